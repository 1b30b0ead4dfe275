@NullMarked
package dev.likeness.generation.shoot;

import org.jspecify.annotations.NullMarked;
