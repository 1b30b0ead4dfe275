@NullMarked
package dev.likeness.validation.checking;

import org.jspecify.annotations.NullMarked;
