package dev.likeness.sandbox.state;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.PredictionLife;
import dev.likeness.sandbox.life.PredictionState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Every prediction ever accepted, and their images as long as they are kept. */
@Component
public class Predictions {

    private final Records<Prediction> records;
    private final Path outputs;
    private final SandboxProperties properties;
    private final Clock clock;

    Predictions(SandboxProperties properties, JsonMapper json, Clock clock) {
        records = new Records<>(properties.dataDir().resolve("predictions"), Prediction.class, json);
        outputs = Disk.directory(properties.dataDir().resolve("outputs"));
        this.properties = properties;
        this.clock = clock;
    }

    public synchronized Prediction accept(LongFunction<Prediction> make) {
        long order = records.all().stream().mapToLong(each -> each.accepted().order()).max().orElse(0) + 1;
        Prediction prediction = make.apply(order);
        records.put(prediction.id(), prediction);
        return prediction;
    }

    public Optional<Prediction> find(String id) {
        return records.find(id);
    }

    public Optional<Prediction> update(String id, UnaryOperator<Prediction> change) {
        return records.update(id, change);
    }

    /** As {@code update}, of one that is there. */
    public void change(String id, UnaryOperator<Prediction> change) {
        if (update(id, change).isEmpty()) {
            throw new IllegalStateException("no record " + id);
        }
    }

    /** In order of acceptance. */
    public List<Prediction> all() {
        return records.all().stream().sorted(Comparator.comparingLong(each -> each.accepted().order())).toList();
    }

    public Optional<Prediction> byToken(String token) {
        return records.all().stream().filter(each -> each.accepted().token().equals(token)).findFirst();
    }

    public PredictionState stateOf(Prediction prediction) {
        return PredictionLife.at(prediction, properties.outputRetention(), clock.instant());
    }

    /** Where a prediction's images lie. */
    public Path outputsOf(Prediction prediction) {
        return outputs.resolve(prediction.id());
    }
}
