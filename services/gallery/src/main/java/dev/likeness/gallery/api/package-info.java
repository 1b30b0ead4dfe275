/** The gallery as its owner sees it: lists, pictures, thumbnails, saving and deleting. */
@NullMarked
package dev.likeness.gallery.api;

import org.jspecify.annotations.NullMarked;
