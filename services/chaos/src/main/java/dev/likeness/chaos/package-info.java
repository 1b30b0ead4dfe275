/**
 * Trainings on real processes that are killed, frozen and cut off, in an order that a seed gives,
 * and the count of what was paid and what was lost.
 */
@NullMarked
package dev.likeness.chaos;

import org.jspecify.annotations.NullMarked;
