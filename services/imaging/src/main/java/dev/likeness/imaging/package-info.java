/**
 * The one home of pixels. Says what a file is by its content, reads its header before anything is
 * decoded, decodes it upright in sRGB within a bound of memory, and writes it without metadata.
 * Files nobody vouches for are decoded in the {@code darkroom}; native code is called in
 * {@code codec} only.
 */
@NullMarked
package dev.likeness.imaging;

import org.jspecify.annotations.NullMarked;
