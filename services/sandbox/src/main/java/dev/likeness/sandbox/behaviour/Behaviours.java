package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.state.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The behaviour in force; kept on disk like everything else. */
@Component
public class Behaviours {

    private final Path file;
    private final JsonMapper json;
    private final Behaviour initial;
    private final Map<Operation, Long> asked = new EnumMap<>(Operation.class);
    private volatile Behaviour current;

    Behaviours(SandboxProperties properties, JsonMapper json) {
        this.file = Disk.directory(properties.dataDir()).resolve("behaviour.json");
        this.json = json;
        this.initial = Behaviour.of(properties);
        this.current = initial;
        if (Files.exists(file)) {
            current = BehaviourReader.read(stored(), initial, initial);
        }
    }

    public Behaviour current() {
        return current;
    }

    /** Changes the fields named. */
    synchronized Behaviour change(Map<String, Object> fields) {
        keep(BehaviourReader.read(fields, current, initial));
        if (fields.containsKey("faults")) {
            asked.clear();
        }
        return current;
    }

    /** Back to the settings the sandbox was started with. */
    synchronized Behaviour reset() {
        Disk.delete(file);
        asked.clear();
        current = initial;
        return initial;
    }

    /** The fault that strikes on this occasion; one that strikes only so often is used up by that. */
    public Optional<Fault> take(Operation operation) {
        return current.faults().isEmpty() ? Optional.empty() : draw(operation);
    }

    private synchronized Optional<Fault> draw(Operation operation) {
        long occasion = asked.merge(operation, 1L, Long::sum) - 1;
        Optional<Fault> struck = current.faults()
                .stream()
                .filter(fault -> fault.operation().covers(operation) && fault.strikes(occasion))
                .findFirst();
        struck.filter(Fault::isCounted).ifPresent(this::useUp);
        return struck;
    }

    private void useUp(Fault fault) {
        List<Fault> left = new ArrayList<>(current.faults());
        left.set(left.indexOf(fault), fault.once());
        left.removeIf(Fault::isUsedUp);
        keep(current.with(left));
    }

    private void keep(Behaviour behaviour) {
        Disk.write(file, json.writeValueAsBytes(behaviour.toJson()));
        current = behaviour;
    }

    private Map<String, Object> stored() {
        try {
            return json.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Object>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
