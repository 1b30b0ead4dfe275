/**
 * What is left to do when a training ends: stopping it at the provider, deleting its ZIPs, its
 * deadline.
 */
@NullMarked
package dev.likeness.training.ending;

import org.jspecify.annotations.NullMarked;
