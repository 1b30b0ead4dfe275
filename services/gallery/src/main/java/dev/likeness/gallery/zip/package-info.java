/** A ZIP laid out before its first byte is sent. Pure. */
@NullMarked
package dev.likeness.gallery.zip;

import org.jspecify.annotations.NullMarked;
