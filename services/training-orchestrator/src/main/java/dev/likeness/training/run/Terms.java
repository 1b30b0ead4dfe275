package dev.likeness.training.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the rules are set to.
 *
 * @param maxAttempts how many attempts one training may have; a further one only after the earlier
 * is void
 * @param grace how long after the ZIP is gone the provider is asked again, before an attempt is
 * void
 * @param patience how long after its deadline a training that can't be stopped or settled is still
 * waited for
 * @param deadline how long a training may take in all, from the request on
 * @param stallAfter how long the provider may be heard from without anything moving
 * @param announceEvery shortest time between two announcements of progress
 * @param microsPerSecond price of a second of training, in millionths of a US dollar
 */
public record Terms(int maxAttempts, Duration grace, Duration patience, Duration deadline, Duration stallAfter,
        Duration announceEvery, long microsPerSecond) {

    /** Whether a listing came late enough after the ZIP was gone to show that nothing was accepted. */
    boolean mustFail(Optional<Instant> zipGoneAt, Instant listedAt) {
        return zipGoneAt.map(gone -> !listedAt.isBefore(gone.plus(grace))).orElse(false);
    }

    long cost(Duration trained) {
        return Math.round(trained.toMillis() / 1000.0 * microsPerSecond);
    }
}
