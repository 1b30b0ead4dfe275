/**
 * What can be measured on a photo, as plain values that can be stored and judged without its
 * pixels.
 */
@NullMarked
package dev.likeness.imaging.reading;

import org.jspecify.annotations.NullMarked;
