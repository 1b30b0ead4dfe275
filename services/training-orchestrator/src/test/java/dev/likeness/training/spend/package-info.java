/** What may be spent. */
@NullMarked
package dev.likeness.training.spend;

import org.jspecify.annotations.NullMarked;
