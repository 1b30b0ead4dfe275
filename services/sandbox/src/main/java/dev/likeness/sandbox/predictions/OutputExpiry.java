package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Predictions;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Deletes the images whose time is over. Nobody can see them any more by then: this only frees the
 * disk.
 */
@Component
class OutputExpiry implements Ticking {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Predictions predictions;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    OutputExpiry(Predictions predictions, Clock clock) {
        this.predictions = predictions;
        this.clock = clock;
    }

    @Override
    public void tick() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(EVERY);
        for (Prediction prediction : predictions.all()) {
            if (prediction.settled() && Files.exists(predictions.outputsOf(prediction))
                    && predictions.stateOf(prediction).files().isEmpty()) {
                Disk.delete(predictions.outputsOf(prediction));
            }
        }
    }
}
