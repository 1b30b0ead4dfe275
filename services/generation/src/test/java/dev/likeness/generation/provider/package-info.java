@NullMarked
package dev.likeness.generation.provider;

import org.jspecify.annotations.NullMarked;
