package dev.likeness.sandbox.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One kind of record: in memory for reading, one JSON file each on disk, written before a call
 * returns.
 */
final class Records<T> {

    private static final String SUFFIX = ".json";

    private final Path directory;
    private final JsonMapper json;
    private final Map<String, T> records = new ConcurrentHashMap<>();

    Records(Path directory, Class<T> type, JsonMapper json) {
        this.directory = Disk.directory(directory);
        this.json = json;
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            for (Path file : found) {
                String name = file.getFileName().toString();
                records.put(name.substring(0, name.length() - SUFFIX.length()),
                        json.readValue(Files.readAllBytes(file), type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    Collection<T> all() {
        return List.copyOf(records.values());
    }

    synchronized void put(String id, T value) {
        Disk.write(directory.resolve(id + SUFFIX), json.writeValueAsBytes(value));
        records.put(id, value);
    }

    synchronized Optional<T> update(String id, UnaryOperator<T> change) {
        Optional<T> changed = find(id).map(change);
        changed.ifPresent(value -> put(id, value));
        return changed;
    }

    synchronized void remove(String id) {
        Disk.delete(directory.resolve(id + SUFFIX));
        records.remove(id);
    }
}
