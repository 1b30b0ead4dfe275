/** Ten thousand trainings looked after by one orchestrator: what that takes, and how late it is. */
@NullMarked
package dev.likeness.bench.training;

import org.jspecify.annotations.NullMarked;
