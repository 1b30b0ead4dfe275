/** How often the provider is asked. */
@NullMarked
package dev.likeness.training.polling;

import org.jspecify.annotations.NullMarked;
