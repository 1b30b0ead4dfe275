package dev.likeness.training.run;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static dev.likeness.training.run.TrainingFixtures.TERMS;
import static dev.likeness.training.run.TrainingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StallTests {

    private static final Observation STARTING = new Observation.Starting();
    private final TrainingRules rules = new TrainingRules(TERMS);
    private Training training = new Training.Submitted(plan(), new Ready(1, "zip", Optional.empty()), "remote", NOON,
            Stillness.begun(NOON), Optional.empty());
    private Decision last = Decision.become(training);

    @Test
    void isStoppedAfterTwentyMinutesInWhichNothingMoved() {
        watch(0, 19, STARTING);
        assertThat(stop()).isEmpty();
        watch(19, 20, STARTING);
        assertThat(stop()).contains(Stop.STALLED);
        assertThat(last.effects()).containsExactly(new Effect.CancelAtProvider("remote"));
    }

    @Test
    void endsAsStalledOnceTheProviderHasStoppedIt() {
        watch(0, 20, STARTING);
        see(minute(21), new Observation.Canceled(Optional.of(Duration.ofSeconds(100))));
        assertThat(last.effects()).contains(new Effect.AnnounceEnd(new Outcome.Failed(FailureReason.STALLED)),
                new Effect.Book(1, Entry.CONSUME, 152_500));
    }

    @Test
    void goesOnWhileStepsGrow() {
        for (int i = 0; i < 9; i++) {
            watch(i * 19, (i + 1) * 19, new Observation.Processing(new Steps(100 * i, 1200)));
        }
        assertThat(stop()).isEmpty();
    }

    @Test
    void isStoppedWhenTheStepsNoLongerGrow() {
        watch(0, 15, new Observation.Processing(new Steps(100, 1200)));
        watch(15, 36, new Observation.Processing(new Steps(600, 1200)));
        assertThat(stop()).contains(Stop.STALLED);
    }

    @Test
    void countsNoTimeInWhichTheProviderWasNotHeardFrom() {
        watch(0, 15, STARTING);
        see(minute(60), STARTING);
        assertThat(stop()).isEmpty();
        watch(60, 79, STARTING);
        assertThat(stop()).isEmpty();
        watch(79, 80, STARTING);
        assertThat(stop()).contains(Stop.STALLED);
    }

    @Test
    void writesDownOnlyNowAndThenThatItWasHeardFrom() {
        see(NOON.plusSeconds(15), STARTING);
        assertThat(last.next()).isEqualTo(training).extracting("still").isEqualTo(Stillness.begun(NOON));
    }

    private void watch(int from, int to, Observation what) {
        for (Instant at = minute(from).plusSeconds(15); !at.isAfter(minute(to)); at = at.plusSeconds(15)) {
            see(at, what);
        }
    }

    private void see(Instant at, Observation what) {
        Decision decision = rules.decide(training, new Input.Observed("remote", what), at);
        last = decision.effects().isEmpty() && training instanceof Training.AtProvider seen && seen.stop().isPresent()
                ? last
                : decision;
        training = decision.next();
    }

    private Optional<Stop> stop() {
        return training instanceof Training.AtProvider accepted ? accepted.stop() : Optional.empty();
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
