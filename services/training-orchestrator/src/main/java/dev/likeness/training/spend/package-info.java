/**
 * What trainings cost: entries of what is set aside, spent and given back, and the caps of a day,
 * which fail closed.
 */
@NullMarked
package dev.likeness.training.spend;

import org.jspecify.annotations.NullMarked;
