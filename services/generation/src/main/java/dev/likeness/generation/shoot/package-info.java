/**
 * PURE. What a request for portraits is and which moves it allows, above all when a prediction may
 * be paid for. No framework, no clock, no chance in here.
 */
@NullMarked
package dev.likeness.generation.shoot;

import org.jspecify.annotations.NullMarked;
