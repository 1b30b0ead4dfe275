/**
 * The only package that calls native code: JPEG and HEVC by FFmpeg. A hostile file may end the
 * process or worse, so this is for workers of the darkroom only.
 */
@NullMarked
package dev.likeness.imaging.codec;

import org.jspecify.annotations.NullMarked;
