/**
 * Previews come in and go when their time is over. In: {@code PortraitsGenerated}. Out:
 * {@code PortraitDeleted}.
 */
@NullMarked
package dev.likeness.gallery.previews;

import org.jspecify.annotations.NullMarked;
