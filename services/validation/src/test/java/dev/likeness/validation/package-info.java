@NullMarked
package dev.likeness.validation;

import org.jspecify.annotations.NullMarked;
