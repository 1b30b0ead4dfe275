/**
 * Throws portraits away: into the trash and back, and for good, then with the copy soon after. Out:
 * {@code PortraitDeleted}.
 */
@NullMarked
package dev.likeness.gallery.deleting;

import org.jspecify.annotations.NullMarked;
