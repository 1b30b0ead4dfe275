package dev.likeness.training.polling;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static dev.likeness.training.run.TrainingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Ready;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.Stop;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollPaceTests {

    private static final Ready READY = new Ready(1, "zip", Optional.empty());
    private final PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(15));

    @Test
    void isFastAtFirstAndSlowerWhileNothingMoves() {
        var submitted = new Submitted(plan(), READY, "remote", NOON, Optional.empty());
        assertThat(pace.next(submitted, NOON)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.next(submitted, NOON.plusSeconds(50))).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.next(submitted, NOON.plusSeconds(500))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void isFasterNearTheEnd() {
        // 600 of 1200 steps in ten minutes: ten more to go.
        var running = running(Optional.empty());
        assertThat(pace.next(running, NOON.plusSeconds(600))).isEqualTo(Duration.ofSeconds(15));
        assertThat(pace.next(running, NOON.plusSeconds(1_140))).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.next(running, NOON.plusSeconds(1_300))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isFastWhileAStopIsAwaited() {
        assertThat(pace.next(running(Optional.of(Stop.CANCELED)), NOON.plusSeconds(600)))
                .isEqualTo(Duration.ofSeconds(2));
    }

    private static Running running(Optional<Stop> stop) {
        var half = new Steps(600, 1200);
        return new Running(plan(), READY, "remote", new Progress(half, NOON, NOON.plusSeconds(600), half, NOON), stop);
    }
}
