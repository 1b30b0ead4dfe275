package dev.likeness.training.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schedules are worth something only if they catch what is wrong. */
class TrainingMutantsTests {

    private static final int MOST_SCHEDULES = 20_000;

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void catchesTheMutant(Mutant mutant) {
        for (long seed = 0; seed < MOST_SCHEDULES; seed++) {
            try {
                var _ = Schedule.run(seed, mutant.rules(), mutant.flaws());
            } catch (Violation violation) {
                if (violation.invariant() == mutant.breaks()) {
                    return;
                }
            }
        }
        fail(mutant + " survives " + MOST_SCHEDULES + " schedules");
    }

    @Test
    void hasAMutantForEveryInvariantAndEveryFlaw() {
        Set<Flaw> flaws = Arrays.stream(Mutant.values())
                .flatMap(mutant -> mutant.flaws().stream())
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Mutant.values()).map(Mutant::breaks)).contains(Invariant.values());
        assertThat(flaws).isEqualTo(EnumSet.allOf(Flaw.class));
    }
}
