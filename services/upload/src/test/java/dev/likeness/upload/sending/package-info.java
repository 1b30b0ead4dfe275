/** Tests. */
@NullMarked
package dev.likeness.upload.sending;

import org.jspecify.annotations.NullMarked;
