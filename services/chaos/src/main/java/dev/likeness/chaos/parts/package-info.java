/**
 * The processes of a run: what they are told, and how they are killed, frozen and started again.
 */
@NullMarked
package dev.likeness.chaos.parts;

import org.jspecify.annotations.NullMarked;
