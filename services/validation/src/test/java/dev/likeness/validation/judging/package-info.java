@NullMarked
package dev.likeness.validation.judging;

import org.jspecify.annotations.NullMarked;
