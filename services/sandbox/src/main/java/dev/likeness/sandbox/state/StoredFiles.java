package dev.likeness.sandbox.state;

import dev.likeness.sandbox.SandboxProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Uploaded files; one that has expired is as good as deleted. */
@Component
public class StoredFiles {

    private final Records<StoredFile> records;
    private final Path contents;
    private final Clock clock;

    StoredFiles(SandboxProperties properties, JsonMapper json, Clock clock) {
        records = new Records<>(properties.dataDir().resolve("files"), StoredFile.class, json);
        contents = Disk.directory(properties.dataDir().resolve("file-contents"));
        this.clock = clock;
    }

    /** Where the bytes of a file are to be before it is recorded. */
    public Path contentOf(String id) {
        return contents.resolve(id);
    }

    public synchronized StoredFile add(LongFunction<StoredFile> make) {
        long order = records.all().stream().mapToLong(StoredFile::order).max().orElse(0) + 1;
        StoredFile file = make.apply(order);
        records.put(file.id(), file);
        return file;
    }

    public Optional<StoredFile> find(String id) {
        return records.find(id).filter(file -> file.expiresAt().isAfter(clock.instant()));
    }

    /** Newest first. */
    public List<StoredFile> all() {
        return records.all()
                .stream()
                .filter(file -> file.expiresAt().isAfter(clock.instant()))
                .sorted(Comparator.comparingLong(StoredFile::order).reversed())
                .toList();
    }

    /** False if there was none. */
    public boolean remove(String id) {
        if (find(id).isEmpty()) {
            return false;
        }
        records.remove(id);
        Disk.delete(contentOf(id));
        return true;
    }

    public void removeExpired() {
        records.all()
                .stream()
                .filter(file -> !file.expiresAt().isAfter(clock.instant()))
                .forEach(file -> {
                    records.remove(file.id());
                    Disk.delete(contentOf(file.id()));
                });
    }
}
