/** Reports in PostgreSQL, and what is let go of at a fresh start. */
@NullMarked
package dev.likeness.validation.store;

import org.jspecify.annotations.NullMarked;
