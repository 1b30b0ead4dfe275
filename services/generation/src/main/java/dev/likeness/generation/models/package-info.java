/**
 * The models that a person may be painted with. In: {@code TrainingCompleted}. HTTP:
 * {@code /v1/models}.
 */
@NullMarked
package dev.likeness.generation.models;

import org.jspecify.annotations.NullMarked;
