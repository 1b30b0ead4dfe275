@NullMarked
package dev.likeness.gallery.developing;

import org.jspecify.annotations.NullMarked;
