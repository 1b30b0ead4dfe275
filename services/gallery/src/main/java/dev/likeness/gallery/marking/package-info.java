/**
 * Says in a picture's file that it is AI-made, and leaves out what else a file says beside its
 * pixels. Pure: bytes in, bytes out.
 */
@NullMarked
package dev.likeness.gallery.marking;

import org.jspecify.annotations.NullMarked;
