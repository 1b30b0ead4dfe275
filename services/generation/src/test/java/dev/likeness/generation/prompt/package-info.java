@NullMarked
package dev.likeness.generation.prompt;

import org.jspecify.annotations.NullMarked;
