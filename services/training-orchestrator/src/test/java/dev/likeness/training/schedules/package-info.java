/**
 * The rules of a training in a model of all that is around them: random schedules, what must be
 * true after every step of them, and mutants that they have to catch.
 */
@NullMarked
package dev.likeness.training.schedules;

import org.jspecify.annotations.NullMarked;
