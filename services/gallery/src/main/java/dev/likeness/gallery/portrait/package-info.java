/** What a portrait in the gallery is, and which moves it allows. No framework in here. */
@NullMarked
package dev.likeness.gallery.portrait;

import org.jspecify.annotations.NullMarked;
