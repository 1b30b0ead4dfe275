package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often each fault really struck, by operation and kind. Written behind: a kill loses the last
 * tenth of a second.
 */
@Component
public class StruckFaults implements Ticking, DisposableBean {

    private final Path file;
    private final JsonMapper json;
    private final Map<String, Map<String, Integer>> counts;
    private boolean unsaved;

    StruckFaults(SandboxProperties properties, JsonMapper json) {
        this.file = Disk.directory(properties.dataDir()).resolve("struck.json");
        this.json = json;
        this.counts = stored();
    }

    public synchronized void add(Operation operation, FaultKind kind) {
        counts.computeIfAbsent(operation.text(), _ -> new TreeMap<>()).merge(kind.text(), 1, Integer::sum);
        unsaved = true;
    }

    /** Kind to count, by operation. */
    public synchronized Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        counts.forEach((operation, kinds) -> copy.put(operation, new TreeMap<>(kinds)));
        return copy;
    }

    public synchronized void clear() {
        counts.clear();
        unsaved = true;
    }

    @Override
    public synchronized void tick() {
        if (unsaved) {
            Disk.write(file, json.writeValueAsBytes(counts));
            unsaved = false;
        }
    }

    @Override
    public void destroy() {
        tick();
    }

    private Map<String, Map<String, Integer>> stored() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return json.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Map<String, Integer>>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
