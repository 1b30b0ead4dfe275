package dev.likeness.sandbox.models;

import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Predictions;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Takes a version away once its time has come: its photos, its predictions and their images, its
 * weights.
 */
@Component
class Removals implements Ticking {

    private final Trainings trainings;
    private final Predictions predictions;
    private final Clock clock;

    Removals(Trainings trainings, Predictions predictions, Clock clock) {
        this.trainings = trainings;
        this.predictions = predictions;
        this.clock = clock;
    }

    @Override
    public void tick() {
        for (Training training : trainings.all()) {
            Instant due = training.removeAt();
            if (due != null && !training.removed() && !due.isAfter(clock.instant())) {
                remove(training);
            }
        }
    }

    private void remove(Training training) {
        for (Prediction prediction : predictions.all()) {
            if (prediction.version().equals(training.newVersion()) && !prediction.removed()) {
                predictions.update(prediction.id(), Prediction::removedNow)
                        .ifPresent(gone -> Disk.delete(predictions.outputsOf(gone)));
            }
        }
        Disk.delete(trainings.photosOf(training.newVersion()));
        trainings.change(training.id(), Training::withoutVersion);
    }
}
