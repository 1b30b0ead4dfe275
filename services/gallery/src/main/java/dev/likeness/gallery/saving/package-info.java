/** Keeping a portrait: its own copy first, then the word of it. Out: {@code PortraitSaved}. */
@NullMarked
package dev.likeness.gallery.saving;

import org.jspecify.annotations.NullMarked;
