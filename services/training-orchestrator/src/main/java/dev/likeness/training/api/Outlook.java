package dev.likeness.training.api;

import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a training will end, as far as can be told.
 *
 * @param earliest of ten trainings one ends earlier
 * @param latest of ten trainings one ends later
 * @param basis what this was told from
 */
record Outlook(Instant earliest, Instant likely, Instant latest, Basis basis) {

    enum Basis {
        /** What others saw: too few trainings of ours have ended. */
        USUAL,
        /** Trainings of ours of late. */
        PAST,
        /** How fast this one goes. */
        PACE
    }

    /**
     * What is seen of a training now.
     *
     * @param runningAt when it was first seen running
     * @param movedAt when its steps last grew
     */
    record Seen(TrainingState state, Steps steps, Instant requestedAt, Optional<Instant> runningAt,
            Optional<Instant> movedAt, Instant now) {

        private Optional<Instant> endByPace() {
            return state != TrainingState.RUNNING
                    ? Optional.empty()
                    : runningAt.flatMap(since -> movedAt.flatMap(
                            moved -> new Progress(steps, since, moved, Steps.NONE, since).estimatedEnd()));
        }
    }

    /** Empty where it has ended, or nobody knows whether it has begun. */
    static Optional<Outlook> of(Seen seen, Habit habit) {
        if (seen.state().ended() || seen.state() == TrainingState.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(seen.endByPace()
                .map(end -> byPace(end, seen.now(), habit))
                .orElseGet(() -> byHabit(seen, habit)));
    }

    /** The rest varies as much as whole trainings do. */
    private static Outlook byPace(Instant end, Instant now, Habit habit) {
        Duration rest = end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
        double likely = Math.max(1, habit.perStep().toNanos());
        return new Outlook(now.plus(scaled(rest, habit.lowPerStep().toNanos() / likely)), now.plus(rest),
                now.plus(scaled(rest, habit.highPerStep().toNanos() / likely)), Basis.PACE);
    }

    private static Outlook byHabit(Seen seen, Habit habit) {
        int steps = seen.steps().total();
        return new Outlook(later(seen.requestedAt().plus(habit.low(steps)), seen.now()),
                later(seen.requestedAt().plus(habit.likely(steps)), seen.now()),
                later(seen.requestedAt().plus(habit.high(steps)), seen.now()),
                habit.learned() ? Basis.PAST : Basis.USUAL);
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofMillis(Math.round(duration.toMillis() * factor));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
