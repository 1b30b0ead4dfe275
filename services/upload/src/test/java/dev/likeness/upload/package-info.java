/** Tests. */
@NullMarked
package dev.likeness.upload;

import org.jspecify.annotations.NullMarked;
