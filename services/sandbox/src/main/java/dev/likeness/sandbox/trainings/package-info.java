/**
 * Trainings: accepted, reading the ZIP they were given, followed, canceled; the weights they leave.
 */
@NullMarked
package dev.likeness.sandbox.trainings;

import org.jspecify.annotations.NullMarked;
