/** A hundred and more hostile and odd files, made here, each with the verdict that it must get. */
@NullMarked
package dev.likeness.imaging.corpus;

import org.jspecify.annotations.NullMarked;
