/** Trainings in PostgreSQL, written only while their person's epoch is the current one. */
@NullMarked
package dev.likeness.training.store;

import org.jspecify.annotations.NullMarked;
