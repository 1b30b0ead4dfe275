/** What is done to the processes, and in what order: decided by a seed alone. */
@NullMarked
package dev.likeness.chaos.faults;

import org.jspecify.annotations.NullMarked;
