/** Marks a portrait as a favourite, or no longer. */
@NullMarked
package dev.likeness.gallery.favourites;

import org.jspecify.annotations.NullMarked;
