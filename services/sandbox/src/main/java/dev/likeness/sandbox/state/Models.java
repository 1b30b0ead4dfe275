package dev.likeness.sandbox.state;

import dev.likeness.sandbox.SandboxProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The account's models, and the one trainer that is always there. */
@Component
public class Models {

    private static final Model TRAINER = Model.trainer();

    private final Records<Model> records;

    Models(SandboxProperties properties, JsonMapper json) {
        records = new Records<>(properties.dataDir().resolve("models"), Model.class, json);
    }

    public Optional<Model> find(String fullName) {
        return TRAINER.fullName().equals(fullName) ? Optional.of(TRAINER) : records.find(key(fullName));
    }

    /** Newest first; the trainer last. */
    public List<Model> all() {
        List<Model> all = new ArrayList<>(records.all());
        all.add(TRAINER);
        all.sort(Comparator.comparingLong(Model::order).reversed());
        return all;
    }

    /** Empty if the name is taken. */
    public synchronized Optional<Model> create(LongFunction<Model> make) {
        long order = records.all().stream().mapToLong(Model::order).max().orElse(0) + 1;
        Model model = make.apply(order);
        if (find(model.fullName()).isPresent()) {
            return Optional.empty();
        }
        records.put(key(model.fullName()), model);
        return Optional.of(model);
    }

    /** Takes the place of the one of the same name. */
    public synchronized Model keep(Model changed) {
        records.put(key(changed.fullName()), changed);
        return changed;
    }

    public void remove(Model model) {
        records.remove(key(model.fullName()));
    }

    private static String key(String fullName) {
        return fullName.replace('/', '~');
    }
}
