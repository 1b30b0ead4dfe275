/**
 * What the person's own photos look like, learned once a set is accepted and kept sealed; portraits
 * are held against it. In: {@code ImagesValidated}.
 */
@NullMarked
package dev.likeness.generation.selfies;

import org.jspecify.annotations.NullMarked;
