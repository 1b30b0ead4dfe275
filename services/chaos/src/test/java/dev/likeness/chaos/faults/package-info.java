@NullMarked
package dev.likeness.chaos.faults;

import org.jspecify.annotations.NullMarked;
