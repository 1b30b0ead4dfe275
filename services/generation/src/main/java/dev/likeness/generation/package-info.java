/**
 * Generation: makes portraits of a person with the newest model of their current epoch. In:
 * {@code TrainingCompleted}, {@code GenerationRequested}, {@code PortraitSaved},
 * {@code PortraitDeleted}, {@code UserReset}. Out: {@code GenerationRequested},
 * {@code PortraitsGenerated}, {@code GenerationFailed}, {@code PurgeReported}.
 */
@NullMarked
package dev.likeness.generation;

import org.jspecify.annotations.NullMarked;
