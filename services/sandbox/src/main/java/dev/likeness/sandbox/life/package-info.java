/**
 * Pure: what a training or prediction looks like at an instant, given what was accepted. Java only,
 * so a restart goes on where time is.
 */
@NullMarked
package dev.likeness.sandbox.life;

import org.jspecify.annotations.NullMarked;
