/** Portraits in PostgreSQL, and what is let go of at a fresh start. */
@NullMarked
package dev.likeness.gallery.store;

import org.jspecify.annotations.NullMarked;
