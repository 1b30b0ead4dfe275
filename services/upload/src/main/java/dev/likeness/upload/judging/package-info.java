/** The verdict on a set. In: {@code ImagesValidated}. */
@NullMarked
package dev.likeness.upload.judging;

import org.jspecify.annotations.NullMarked;
