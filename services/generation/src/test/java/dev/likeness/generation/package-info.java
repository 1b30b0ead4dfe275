@NullMarked
package dev.likeness.generation;

import org.jspecify.annotations.NullMarked;
