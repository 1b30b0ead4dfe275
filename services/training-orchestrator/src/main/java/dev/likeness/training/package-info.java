/**
 * Has a model of the person trained, once, whatever crashes. In: {@code TrainingRequested}. Out:
 * {@code TrainingStarted}, {@code TrainingProgressed}, {@code TrainingCompleted},
 * {@code TrainingFailed}. Here: the application, the shell around the rules, and the ports that the
 * use cases around it share.
 */
@NullMarked
package dev.likeness.training;

import org.jspecify.annotations.NullMarked;
