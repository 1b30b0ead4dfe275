package dev.likeness.training.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutlookTests {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Habit LEARNED = new Habit(Duration.ofMinutes(2), Duration.ofMillis(500),
            Duration.ofSeconds(1), Duration.ofSeconds(2), true);

    @Test
    void tellsThirtyToFortyFiveMinutesWhileNothingIsLearned() {
        assertThat(Outlook.of(before(NOON), Habit.FIRST)).contains(new Outlook(minutes(30), minutes(37.5), minutes(45),
                Outlook.Basis.USUAL));
    }

    @Test
    void tellsWhatPastTrainingsTook() {
        assertThat(Outlook.of(before(NOON), LEARNED)).contains(new Outlook(minutes(12), minutes(22), minutes(42),
                Outlook.Basis.PAST));
    }

    @Test
    void isNeverInThePast() {
        Instant late = minutes(30);
        assertThat(Outlook.of(before(late), LEARNED)).contains(new Outlook(late, late, minutes(42),
                Outlook.Basis.PAST));
        assertThat(Outlook.of(running(300, minutes(10), minutes(60)), LEARNED))
                .contains(new Outlook(minutes(60), minutes(60), minutes(60), Outlook.Basis.PACE));
    }

    @Test
    void goesByThePaceOnceItMoves() {
        // A quarter in ten minutes: thirty are left, which vary as past trainings did.
        assertThat(Outlook.of(running(300, minutes(10), minutes(10)), LEARNED)).contains(new Outlook(minutes(25),
                minutes(40), minutes(70), Outlook.Basis.PACE));
        assertThat(Outlook.of(running(0, NOON, minutes(1)), LEARNED).map(Outlook::basis))
                .contains(Outlook.Basis.PAST);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "SUCCEEDED", "FAILED", "CANCELED", "TIMED_OUT"})
    void tellsNothingWhereThereIsNothingToTell(TrainingState state) {
        assertThat(Outlook.of(new Outlook.Seen(state, new Steps(1, 2), NOON, Optional.of(NOON), Optional.of(NOON),
                NOON), LEARNED)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TrainingState.class)
    void saysEveryStateInASentence(TrainingState state) {
        String plain = Stage.sentence(state, new Steps(3, 9), false, false);
        assertThat(plain).endsWith(".").doesNotContain("null");
        assertThat(Stage.sentence(state, new Steps(3, 9), false, true).contains("can't be reached"))
                .isEqualTo(!state.ended());
        assertThat(Stage.sentence(state, new Steps(3, 9), true, false).contains("being stopped"))
                .isEqualTo(!state.ended());
    }

    private static Outlook.Seen before(Instant now) {
        return new Outlook.Seen(TrainingState.SUBMITTED, new Steps(0, 1200), NOON, Optional.empty(), Optional.empty(),
                now);
    }

    private static Outlook.Seen running(int done, Instant movedAt, Instant now) {
        return new Outlook.Seen(TrainingState.RUNNING, new Steps(done, 1200), NOON, Optional.of(NOON),
                Optional.of(movedAt), now);
    }

    private static Instant minutes(double minutes) {
        return NOON.plusSeconds(Math.round(minutes * 60));
    }
}
