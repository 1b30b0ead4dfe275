/** What all measurements share: child processes, figures, graphs and reports. */
@NullMarked
package dev.likeness.bench;

import org.jspecify.annotations.NullMarked;
