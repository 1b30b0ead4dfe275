@NullMarked
package dev.likeness.validation.store;

import org.jspecify.annotations.NullMarked;
