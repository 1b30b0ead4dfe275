/**
 * Carrying out a request: predictions under leases, outputs copied at once. In:
 * {@code GenerationRequested}. Out: {@code PortraitsGenerated}, {@code GenerationFailed}.
 */
@NullMarked
package dev.likeness.generation.painting;

import org.jspecify.annotations.NullMarked;
