/**
 * The end of previews: their time is over, the gallery has deleted one, or a fresh start removes
 * them all. In: {@code PortraitSaved}, {@code PortraitDeleted}.
 */
@NullMarked
package dev.likeness.generation.previews;

import org.jspecify.annotations.NullMarked;
