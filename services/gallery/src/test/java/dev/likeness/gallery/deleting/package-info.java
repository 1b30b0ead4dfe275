@NullMarked
package dev.likeness.gallery.deleting;

import org.jspecify.annotations.NullMarked;
