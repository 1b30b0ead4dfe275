/** What a test may change about the provider: durations, faults, whose face comes out. */
@NullMarked
package dev.likeness.sandbox.behaviour;

import org.jspecify.annotations.NullMarked;
