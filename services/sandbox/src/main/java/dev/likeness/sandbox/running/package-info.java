/** The clock tick that moves trainings, predictions and removals on. */
@NullMarked
package dev.likeness.sandbox.running;

import org.jspecify.annotations.NullMarked;
