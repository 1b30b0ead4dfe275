/**
 * The verdict on a set, and whether a training binds it. In: {@code ImagesValidated},
 * {@code TrainingRequested}, {@code TrainingFailed}.
 */
@NullMarked
package dev.likeness.upload.judging;

import org.jspecify.annotations.NullMarked;
