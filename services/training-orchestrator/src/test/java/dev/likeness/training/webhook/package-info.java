/** Signatures. */
@NullMarked
package dev.likeness.training.webhook;

import org.jspecify.annotations.NullMarked;
