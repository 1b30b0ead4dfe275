/**
 * What portraits can be asked for: the catalogue of planned concepts, and those planned for one
 * person. HTTP: {@code /v1/concepts}.
 */
@NullMarked
package dev.likeness.generation.concepts;

import org.jspecify.annotations.NullMarked;
