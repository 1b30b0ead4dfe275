@NullMarked
package dev.likeness.gallery.zip;

import org.jspecify.annotations.NullMarked;
