@NullMarked
package dev.likeness.gallery.marking;

import org.jspecify.annotations.NullMarked;
