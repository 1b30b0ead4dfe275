/** Asking the provider how far a training is: enough alone, hastened by webhooks. */
@NullMarked
package dev.likeness.training.polling;

import org.jspecify.annotations.NullMarked;
