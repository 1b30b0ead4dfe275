/** The rules under random schedules, against a model of the provider. */
@NullMarked
package dev.likeness.training.run;

import org.jspecify.annotations.NullMarked;
