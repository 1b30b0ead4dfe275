@NullMarked
package dev.likeness.gallery.portrait;

import org.jspecify.annotations.NullMarked;
