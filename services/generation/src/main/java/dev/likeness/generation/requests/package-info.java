/**
 * Asking for portraits and looking how they come along. HTTP: {@code /v1/generations}. Out:
 * {@code GenerationRequested}.
 */
@NullMarked
package dev.likeness.generation.requests;

import org.jspecify.annotations.NullMarked;
