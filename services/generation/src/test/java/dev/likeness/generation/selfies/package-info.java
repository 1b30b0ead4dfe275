@NullMarked
package dev.likeness.generation.selfies;

import org.jspecify.annotations.NullMarked;
