/** The HTTP face: a person's trainings, live progress, and cancelling. */
@NullMarked
package dev.likeness.training.api;

import org.jspecify.annotations.NullMarked;
