/**
 * The provider's training API: the port, and its adapter over HTTP. Nothing of it gets into a log
 * but ids.
 */
@NullMarked
package dev.likeness.training.provider;

import org.jspecify.annotations.NullMarked;
