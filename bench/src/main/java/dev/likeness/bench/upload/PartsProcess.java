package dev.likeness.bench.upload;

import dev.likeness.bench.Child;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.wire.SchemaRegistration;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The broker, the database, the registry and the store, away from the heap that is measured. */
final class PartsProcess {

    private static final String DATABASE = "upload";

    private PartsProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedParts parts = EmbeddedParts.shared();
        parts.postgres().createDatabase(DATABASE);
        new SchemaRegistration(URI.create(parts.registry().ccompatUrl())).registerAll();
        List<String> settings = parts.settings(DATABASE)
                .entrySet()
                .stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        Child.serve(settings, () -> {});
    }

    /** One line of what it said. */
    static Map.Entry<String, String> setting(String line) {
        int end = line.indexOf('=');
        return Map.entry(line.substring(0, end), line.substring(end + 1));
    }
}
