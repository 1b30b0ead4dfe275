@NullMarked
package dev.likeness.chaos;

import org.jspecify.annotations.NullMarked;
