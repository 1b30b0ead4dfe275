/** The adapter against the sandbox. */
@NullMarked
package dev.likeness.training.provider;

import org.jspecify.annotations.NullMarked;
