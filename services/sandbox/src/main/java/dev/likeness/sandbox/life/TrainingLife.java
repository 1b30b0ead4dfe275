package dev.likeness.sandbox.life;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Facts and time in, looks out. A training starts when its ZIP has been read, runs for its duration
 * and then has its version; an unreadable ZIP ends it at once, an ordered fault half-way.
 */
public final class TrainingLife {

    /** A real one waits in a queue for a moment before its ZIP is read. */
    public static final Duration QUEUE = Duration.ofMillis(300);

    private TrainingLife() {}

    public static TrainingState at(Training training, Instant now) {
        Reading reading = training.reading();
        Instant canceledAt = training.canceledAt();
        if (training.fate() == Fate.ABORTED) {
            return neverStarting(training, canceledAt, now);
        }
        // Canceled while the ZIP was being read: it never ran, and what the reading found changes nothing.
        boolean neverRan = reading != null && canceledAt != null && !canceledAt.isAfter(reading.at());
        if (reading == null || neverRan || reading.at().isAfter(now)) {
            return canceledAt == null
                    ? TrainingState.starting()
                    : new TrainingState(Status.CANCELED, null, canceledAt, TrainerLog.NOTHING, null);
        }
        if (reading.failure() != null) {
            return new TrainingState(Status.FAILED, reading.at(), reading.at(), new TrainerLog.Refused(reading),
                    reading.failure());
        }
        boolean tooLate = canceledAt != null && !canceledAt.isBefore(naturalEnd(training));
        return running(training, reading, tooLate ? null : canceledAt, now);
    }

    private static TrainingState neverStarting(Training training, @Nullable Instant canceledAt, Instant now) {
        Instant aborted = training.accepted().at().plus(QUEUE);
        if (canceledAt != null && canceledAt.isBefore(aborted)) {
            return new TrainingState(Status.CANCELED, null, canceledAt, TrainerLog.NOTHING, null);
        }
        return now.isBefore(aborted)
                ? TrainingState.starting()
                : new TrainingState(Status.ABORTED, null, aborted, TrainerLog.NOTHING, null);
    }

    private static TrainingState running(Training training, Reading reading, @Nullable Instant canceledAt,
            Instant now) {
        Instant started = reading.at();
        Instant end = naturalEnd(training);
        Instant last = training.fate() == Fate.STUCK ? started.plus(training.duration().dividedBy(3)) : end;
        Instant seen = earliest(earliest(now, last), canceledAt);
        TrainerLog logs = new TrainerLog.Written(training, reading, Duration.between(started, seen));
        if (canceledAt != null && !canceledAt.isAfter(now)) {
            return new TrainingState(Status.CANCELED, started, canceledAt, logs, null);
        }
        if (now.isBefore(end)) {
            return new TrainingState(Status.PROCESSING, started, null, logs, null);
        }
        return training.fault() == null
                ? new TrainingState(Status.SUCCEEDED, started, end, logs, null)
                : new TrainingState(Status.FAILED, started, end, logs, training.fault());
    }

    /**
     * When it ends if nobody cancels it; {@link Instant#MAX} as long as the ZIP is unread, or if it is
     * stuck.
     */
    static Instant naturalEnd(Training training) {
        Reading reading = training.reading();
        if (reading == null) {
            return Instant.MAX;
        }
        if (reading.failure() != null) {
            return reading.at();
        }
        if (training.fate() == Fate.STUCK) {
            return Instant.MAX;
        }
        return reading.at().plus(training.fault() == null ? training.duration() : training.duration().dividedBy(2));
    }

    private static Instant earliest(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
