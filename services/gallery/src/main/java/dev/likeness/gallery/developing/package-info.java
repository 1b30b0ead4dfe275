/**
 * Makes thumbnails and a placeholder of each picture once, and measures its file, so that a
 * download's length is known before it begins.
 */
@NullMarked
package dev.likeness.gallery.developing;

import org.jspecify.annotations.NullMarked;
