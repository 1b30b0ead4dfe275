package dev.likeness.training.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.TrainingState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dlikeness.schedules=1000000} runs more of them; {@code -Dlikeness.seed=...} runs the one
 * of that seed and prints its steps.
 */
class TrainingSchedulesTests {

    private static final long SCHEDULES = Long.getLong("likeness.schedules", 100_000);

    @Test
    void noScheduleBreaksAnInvariant() {
        Long seed = Long.getLong("likeness.seed");
        if (seed != null) {
            System.out.println(Schedule.trace(seed, Schedule.REAL, Set.of()));
            var _ = Schedule.run(seed, Schedule.REAL, Set.of());
            return;
        }
        long first = System.nanoTime();
        var seen = new Seen();
        LongStream.range(first, first + SCHEDULES).parallel().forEach(next -> seen.add(run(next)));
        System.out.println(SCHEDULES + " schedules from seed " + first + ": " + seen);
        seen.checkThatAllWasTried();
    }

    private static Sights run(long seed) {
        try {
            return Schedule.run(seed, Schedule.REAL, Set.of()).checkers.sights;
        } catch (Violation violation) {
            throw new AssertionError("-Dlikeness.seed=" + seed + " replays this:\n"
                    + Schedule.trace(seed, Schedule.REAL, Set.of()), violation);
        }
    }

    /** Of all schedules together. */
    private static final class Seen {
        private final Map<TrainingState, Integer> states = new EnumMap<>(TrainingState.class);
        private final Map<FailureReason, Integer> failures = new EnumMap<>(FailureReason.class);
        private int retries;
        private int lateSettlements;

        synchronized void add(Sights sights) {
            sights.states.forEach((state, times) -> states.merge(state, times, Integer::sum));
            sights.failures.forEach((reason, times) -> failures.merge(reason, times, Integer::sum));
            retries += sights.retries;
            lateSettlements += sights.lateSettlements;
        }

        void checkThatAllWasTried() {
            assertThat(states).containsOnlyKeys(TrainingState.values());
            assertThat(failures).containsKeys(FailureReason.ALREADY_RUNNING, FailureReason.PROVIDER_DOWN,
                    FailureReason.PROVIDER_FAILED, FailureReason.SPEND_CAP, FailureReason.STALLED,
                    FailureReason.UNSETTLED);
            assertThat(retries).isPositive();
            assertThat(lateSettlements).isPositive();
        }

        @Override
        public String toString() {
            return states + ", " + failures + ", " + retries + " retries, " + lateSettlements
                    + " settled after their end";
        }
    }
}
