package dev.likeness.sandbox.state;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every training ever accepted, and the versions that came of them with their photos. */
@Component
public class Trainings {

    private final Records<Training> records;
    private final Path photos;

    Trainings(SandboxProperties properties, JsonMapper json) {
        records = new Records<>(properties.dataDir().resolve("trainings"), Training.class, json);
        photos = Disk.directory(properties.dataDir().resolve("photos"));
    }

    public synchronized Training accept(LongFunction<Training> make) {
        long order = records.all().stream().mapToLong(each -> each.accepted().order()).max().orElse(0) + 1;
        Training training = make.apply(order);
        records.put(training.id(), training);
        return training;
    }

    public Optional<Training> find(String id) {
        return records.find(id);
    }

    public Optional<Training> update(String id, UnaryOperator<Training> change) {
        return records.update(id, change);
    }

    /** As {@code update}, of one that is there. */
    public void change(String id, UnaryOperator<Training> change) {
        if (update(id, change).isEmpty()) {
            throw new IllegalStateException("no record " + id);
        }
    }

    /** In order of acceptance. */
    public List<Training> all() {
        return records.all().stream().sorted(Comparator.comparingLong(each -> each.accepted().order())).toList();
    }

    public Optional<Training> byToken(String token) {
        return records.all().stream().filter(each -> each.accepted().token().equals(token)).findFirst();
    }

    /** The training behind a version that is there at this instant. */
    public Optional<Training> version(String id, Instant now) {
        return records.all().stream().filter(each -> hasVersion(each, now) && each.newVersion().equals(id)).findFirst();
    }

    /** The trainings behind the versions of a model, newest first. */
    public List<Training> versionsOf(String model, Instant now) {
        return records.all()
                .stream()
                .filter(each -> each.destination().equals(model) && hasVersion(each, now))
                .sorted(Comparator.comparingLong((Training each) -> each.accepted().order()).reversed())
                .toList();
    }

    /** Where a version's own copy of its photos lies, named 00, 01 and so on. */
    public Path photosOf(String version) {
        return photos.resolve(version);
    }

    private static boolean hasVersion(Training training, Instant now) {
        return !training.removed() && TrainingLife.at(training, now).status() == Status.SUCCEEDED;
    }
}
