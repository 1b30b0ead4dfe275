/**
 * How alike a picture is to a person's own photos, as functions of figures alone: what is measured,
 * in which band it falls, and what a test shoot says of a model.
 */
@NullMarked
package dev.likeness.generation.likeness;

import org.jspecify.annotations.NullMarked;
