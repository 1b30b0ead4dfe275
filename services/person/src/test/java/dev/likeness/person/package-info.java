@NullMarked
package dev.likeness.person;

import org.jspecify.annotations.NullMarked;
