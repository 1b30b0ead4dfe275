/**
 * Keeping what a face looks like so that only who holds the key can read it. It is here because
 * every service that keeps face vectors has this module, and none of them another one in common
 * that knows what a vector is.
 */
@NullMarked
package dev.likeness.imaging.sealing;

import org.jspecify.annotations.NullMarked;
