/** Finding out whether a call without an answer was accepted, before another one is allowed. */
@NullMarked
package dev.likeness.training.settling;

import org.jspecify.annotations.NullMarked;
