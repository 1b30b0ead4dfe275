package dev.likeness.training.polling;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static dev.likeness.training.run.TrainingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Ready;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.Stillness;
import dev.likeness.training.run.Stop;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PollPaceTests {

    private static final Ready READY = new Ready(1, "zip", Optional.empty());
    private static final Stillness STILL = new Stillness(NOON, NOON);
    private final PollPace pace = new PollPace(
            new PollProperties(Duration.ofSeconds(2), Duration.ofSeconds(15), 1200, 200, Duration.ofSeconds(15)));

    @Test
    void isFastAtFirstAndSlowerWhileNothingMoves() {
        var submitted = new Submitted(plan(), READY, "remote", NOON, STILL, Optional.empty());
        assertThat(pace.next(submitted, NOON, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.next(submitted, NOON.plusSeconds(50), 1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.next(submitted, NOON.plusSeconds(500), 1)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void isFasterNearTheEnd() {
        // 600 of 1200 steps in ten minutes: ten more to go.
        var running = running(Optional.empty());
        assertThat(pace.next(running, NOON.plusSeconds(600), 1)).isEqualTo(Duration.ofSeconds(15));
        assertThat(pace.next(running, NOON.plusSeconds(1_140), 1)).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.next(running, NOON.plusSeconds(1_300), 1)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void isFastWhileAStopIsAwaited() {
        assertThat(pace.next(running(Optional.of(Stop.CANCELED)), NOON.plusSeconds(600), 10_000))
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void sharesTheLooksThatThereAre() {
        // 10,000 with 1,200 looks a minute: each every 500 seconds.
        assertThat(pace.next(running(Optional.empty()), NOON.plusSeconds(1_300), 10_000))
                .isEqualTo(Duration.ofSeconds(500));
        assertThat(pace.next(running(Optional.empty()), NOON.plusSeconds(1_300), 100))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.afterFailure(Optional.empty(), 10_000)).isEqualTo(Duration.ofSeconds(500));
        assertThat(pace.afterFailure(Optional.of(Duration.ofSeconds(40)), 10)).isEqualTo(Duration.ofSeconds(40));
        assertThat(pace.afterFailure(Optional.empty(), 10)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void hasDefaultsAndMapsEveryProperty() {
        assertThat(bind(Map.of())).isEqualTo(
                new PollProperties(Duration.ofSeconds(2), Duration.ofSeconds(15), 1200, 200, Duration.ofSeconds(15)));
        assertThat(bind(Map.of("training.poll.min", "1s", "training.poll.max", "2s", "training.poll.looks-per-minute",
                "3", "training.poll.sweep-from", "4", "training.poll.sweep-every", "5s")))
                .isEqualTo(new PollProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), 3, 4,
                        Duration.ofSeconds(5)));
    }

    private static PollProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("training.poll",
                PollProperties.class);
    }

    private static Running running(Optional<Stop> stop) {
        var half = new Steps(600, 1200);
        return new Running(plan(), READY, "remote", new Progress(half, NOON, NOON.plusSeconds(600), half, NOON), STILL,
                stop);
    }
}
