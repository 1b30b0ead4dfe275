/** The HTTP face: a person's trainings, live progress, cancelling and trying again. */
@NullMarked
package dev.likeness.training.api;

import org.jspecify.annotations.NullMarked;
