/**
 * What portraits can be asked for: the catalogue of planned concepts. HTTP: {@code /v1/concepts}.
 */
@NullMarked
package dev.likeness.generation.concepts;

import org.jspecify.annotations.NullMarked;
