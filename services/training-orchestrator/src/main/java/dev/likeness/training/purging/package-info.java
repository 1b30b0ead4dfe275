/** Letting go of older epochs: rows, ZIPs, and whatever still runs at the provider. */
@NullMarked
package dev.likeness.training.purging;

import org.jspecify.annotations.NullMarked;
