/**
 * Shows the portraits that were made and keeps those that the person wants to keep. In:
 * {@code PortraitsGenerated}. Out: {@code PortraitSaved}, {@code PortraitDeleted}.
 */
@NullMarked
package dev.likeness.gallery;

import org.jspecify.annotations.NullMarked;
