package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.state.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        return current;
    }

    /** Back to the settings the sandbox was started with. */
    synchronized Behaviour reset() {
        Disk.delete(file);
        current = initial;
        return initial;
    }

    /** The next fault for this operation; it is used up by that. */
    synchronized Optional<Fault> take(Operation operation) {
        List<Fault> left = new ArrayList<>(current.faults());
        for (int i = 0; i < left.size(); i++) {
            Fault fault = left.get(i);
            if (fault.operation() == operation) {
                if (fault.times() > 1) {
                    left.set(i, fault.once());
                } else {
                    left.remove(i);
                }
                keep(current.with(left));
                return Optional.of(fault);
            }
        }
        return Optional.empty();
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
