/** Tests. */
@NullMarked
package dev.likeness.upload.set;

import org.jspecify.annotations.NullMarked;
