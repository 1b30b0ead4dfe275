/** Taking a request in. In: {@code TrainingRequested}. */
@NullMarked
package dev.likeness.training.requesting;

import org.jspecify.annotations.NullMarked;
