package dev.likeness.sandbox.life;

import static dev.likeness.sandbox.life.LifeFixtures.NOON;
import static dev.likeness.sandbox.life.LifeFixtures.reading;
import static dev.likeness.sandbox.life.LifeFixtures.training;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingLifeTests {

    @Test
    void waitsForItsZip() {
        assertThat(TrainingLife.at(training(null, null), NOON.plusSeconds(99)).status()).isEqualTo(Status.STARTING);
    }

    @Test
    void endsWhenItsDurationIsOver() {
        Training training = training(reading(NOON.plusSeconds(1)), null);
        assertThat(TrainingLife.at(training, NOON.plusSeconds(6)).logs()).contains(" 50/100 [00:05<00:05, 10.00it/s")
                .doesNotContain(" 51/100");
        assertThat(TrainingLife.at(training, NOON.plusSeconds(11)).status()).isEqualTo(Status.SUCCEEDED);
        assertThat(TrainingLife.at(training, NOON.plusSeconds(500)).completedAt()).isEqualTo(NOON.plusSeconds(11));
    }

    @Test
    void isNotCanceledAfterItsEnd() {
        Training training = training(reading(NOON), NOON.plusSeconds(10));
        assertThat(TrainingLife.at(training, NOON.plusSeconds(20)).status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void staysCanceledWhateverTheZipWasLike() {
        Training training = training(Reading.failed(NOON.plusSeconds(3), "bad"), NOON.plusSeconds(2));
        TrainingState state = TrainingLife.at(training, NOON.plusSeconds(5));
        assertThat(state.status()).isEqualTo(Status.CANCELED);
        assertThat(state.completedAt()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void staysStuckUntilItIsCanceled() {
        Training stuck = training(reading(NOON), null, Fate.STUCK);
        TrainingState state = TrainingLife.at(stuck, NOON.plusSeconds(90_000));
        assertThat(state.status()).isEqualTo(Status.PROCESSING);
        assertThat(state.logs()).contains(" 33/100").doesNotContain(" 34/100");
        assertThat(TrainingLife.at(stuck.canceled(NOON.plusSeconds(80)), NOON.plusSeconds(90)).status())
                .isEqualTo(Status.CANCELED);
    }

    @Test
    void isAbortedBeforeItStarts() {
        Training aborted = training(null, null, Fate.ABORTED);
        assertThat(TrainingLife.at(aborted, NOON.plusMillis(299)).status()).isEqualTo(Status.STARTING);
        TrainingState state = TrainingLife.at(aborted, NOON.plusSeconds(9));
        assertThat(state.status()).isEqualTo(Status.ABORTED);
        assertThat(state.startedAt()).isNull();
        assertThat(TrainingLife.at(aborted.canceled(NOON.plusMillis(9)), NOON.plusSeconds(9)).status())
                .isEqualTo(Status.CANCELED);
    }

    @Property
    void neverLeavesAnEndAndOnlyAddsToItsLog(@ForAll @IntRange(max = 30_000) int read,
            @ForAll @IntRange(max = 30_000) int canceled, @ForAll boolean cancel,
            @ForAll @IntRange(max = 30_000) int first, @ForAll @IntRange(max = 30_000) int later) {
        Instant cancelAt = cancel ? NOON.plusMillis(canceled) : null;
        Training training = training(reading(NOON.plusMillis(read)), cancelAt);
        // A cancellation is recorded when it happens: before that nobody can see it.
        Instant from = cancelAt == null ? NOON : cancelAt;
        TrainingState one = TrainingLife.at(training, from.plusMillis(Math.min(first, later)));
        TrainingState two = TrainingLife.at(training, from.plusMillis(Math.max(first, later)));
        assertThat(two.logs()).startsWith(one.logs());
        assertThat(two.status()).isGreaterThanOrEqualTo(one.status());
        if (one.status().isTerminal()) {
            assertThat(two).isEqualTo(one);
        }
    }
}
