package dev.likeness.training.schedules;

import dev.likeness.training.run.Decision;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Training;
import java.time.Instant;

/** The seam at which mutants change the rules. */
@FunctionalInterface
interface Rules {

    Decision decide(Training training, Input input, Instant now);
}
