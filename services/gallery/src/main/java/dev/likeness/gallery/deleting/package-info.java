/** Deleting a portrait at once and its copy soon after. Out: {@code PortraitDeleted}. */
@NullMarked
package dev.likeness.gallery.deleting;

import org.jspecify.annotations.NullMarked;
