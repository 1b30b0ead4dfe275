@NullMarked
package dev.likeness.generation.concepts;

import org.jspecify.annotations.NullMarked;
