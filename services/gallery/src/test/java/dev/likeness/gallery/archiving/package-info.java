@NullMarked
package dev.likeness.gallery.archiving;

import org.jspecify.annotations.NullMarked;
