package dev.likeness.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * The schemas that events were ever written with. Bytes that were stored by an earlier release name
 * theirs by its fingerprint alone, so every one of them stays here for good.
 */
public final class ReleasedSchemas {

    /** Number of the latest release, from 1. A release holds the schemas that changed in it. */
    static final int NEWEST = 3;

    private ReleasedSchemas() {}

    /** The event's schemas, oldest first. */
    public static List<Schema> of(Schema event) {
        return IntStream.rangeClosed(1, NEWEST)
                .filter(version -> ReleasedSchemas.class.getResource(path(event, version)) != null)
                .mapToObj(version -> read(path(event, version)))
                .toList();
    }

    private static String path(Schema event, int version) {
        return "/released/v" + version + "/" + event.getName() + ".avsc";
    }

    private static Schema read(String path) {
        try (InputStream schema = Objects.requireNonNull(ReleasedSchemas.class.getResourceAsStream(path))) {
            return new Schema.Parser().parse(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
