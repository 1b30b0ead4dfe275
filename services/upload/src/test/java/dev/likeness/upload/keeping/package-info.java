/** Tests. */
@NullMarked
package dev.likeness.upload.keeping;

import org.jspecify.annotations.NullMarked;
