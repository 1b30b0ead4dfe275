package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.life.Reading;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Trainings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Starts a training: fetches its ZIP and keeps a copy of the photos for the version it will make.
 */
@Component
class ReadTrainingZip {

    private final Trainings trainings;
    private final ZipSource source;
    private final Clock clock;

    ReadTrainingZip(Trainings trainings, ZipSource source, Clock clock) {
        this.trainings = trainings;
        this.source = source;
        this.clock = clock;
    }

    void handle(String id) throws InterruptedException {
        Training training = trainings.find(id).orElseThrow();
        if (training.reading() != null || training.canceledAt() != null) {
            return;
        }
        Path target = trainings.photosOf(training.newVersion());
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        Path zip = target.resolveSibling(target.getFileName() + ".zip");
        Reading reading;
        try {
            Disk.delete(draft);
            Disk.delete(zip);
            Files.createDirectories(draft);
            source.fetch(String.valueOf(training.input().get("input_images")), zip);
            TrainingZip.Content content = TrainingZip.extract(zip, draft);
            Disk.delete(target);
            Files.move(draft, target);
            reading = new Reading(clock.instant(), content.files(), content.photos(), null);
        } catch (Unusable e) {
            reading = new Reading(clock.instant(), e.files(), List.of(), e.error());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Disk.delete(draft);
            Disk.delete(zip);
        }
        Reading read = reading;
        Training known = trainings.update(id, each -> each.withReading(read)).orElseThrow();
        if (known.canceledAt() != null) {
            // It will have no version, so nothing of the photos may stay.
            Disk.delete(target);
        }
    }
}
