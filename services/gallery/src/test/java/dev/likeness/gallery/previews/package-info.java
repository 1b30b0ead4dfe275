@NullMarked
package dev.likeness.gallery.previews;

import org.jspecify.annotations.NullMarked;
