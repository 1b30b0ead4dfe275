/**
 * Shoots in PostgreSQL.
 */
@NullMarked
package dev.likeness.generation.store;

import org.jspecify.annotations.NullMarked;
