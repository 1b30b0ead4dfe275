@NullMarked
package dev.likeness.generation.likeness;

import org.jspecify.annotations.NullMarked;
