package dev.likeness.messaging.wire;

import dev.likeness.messaging.Topic;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.rest.client.models.ProblemDetails;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Events as bytes in the Confluent wire format: byte 0, the schema's id in 4 bytes big-endian, Avro
 * binary. The serde is Apicurio's; the guards around it tell what can't ever be read from a
 * registry that is away, because the serde reports both alike.
 */
public final class AvroWire implements AutoCloseable {

    private static final int PREFIX_BYTES = 5;
    private static final String UNKNOWN_ID = "ContentNotFoundException";

    private final AvroKafkaSerializer<SpecificRecord> serializer = new AvroKafkaSerializer<>();
    private final AvroKafkaDeserializer<SpecificRecord> deserializer = new AvroKafkaDeserializer<>();

    public AvroWire(URI registryUrl) {
        Map<String, Object> settings = Map.ofEntries(Map.entry("apicurio.registry.url", registryUrl.toString()),
                Map.entry("apicurio.registry.id-handler", "io.apicurio.registry.serde.Default4ByteIdHandler"),
                Map.entry("apicurio.registry.use-id", "contentId"),
                Map.entry("apicurio.registry.headers.enabled", false),
                Map.entry("apicurio.registry.artifact-resolver-strategy",
                        "io.apicurio.registry.serde.strategy.TopicIdStrategy"),
                Map.entry("apicurio.registry.auto-register", false), Map.entry("apicurio.registry.find-latest", false),
                Map.entry("apicurio.registry.use-specific-avro-reader", true),
                Map.entry("apicurio.registry.avro.encoding", "BINARY"),
                Map.entry("apicurio.registry.fault-tolerant-refresh", true),
                Map.entry("apicurio.registry.check-period-ms", 30_000),
                // Else the serde looks for each nested record under a subject of its own.
                Map.entry("apicurio.registry.dereference-schema", true),
                Map.entry("apicurio.registry.http.adapter", "JDK"));
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
    }

    /** @throws RegistryUnavailable if the id of the schema could not be looked up */
    public byte[] write(Topic topic, SpecificRecord event) {
        try {
            return serializer.serialize(topic.topicName(), new RecordHeaders(), event);
        } catch (RuntimeException failed) {
            throw new RegistryUnavailable(failed);
        }
    }

    /**
     * @throws Unreadable if no retry can help
     * @throws RegistryUnavailable if the writer's schema could not be looked up just now
     */
    public SpecificRecord read(Topic topic, byte[] value) {
        if (value.length < PREFIX_BYTES || value[0] != 0) {
            throw new Unreadable("Not in the Confluent wire format: " + value.length + " bytes"
                    + (value.length == 0 ? "" : ", the first is " + value[0]));
        }
        int schemaId = ByteBuffer.wrap(value, 1, 4).getInt();
        lookUp(schemaId);
        try {
            SpecificRecord event = deserializer.deserialize(topic.topicName(), new RecordHeaders(), value);
            return topic.event().cast(event);
        } catch (ClassCastException other) {
            throw new Unreadable("Another event than " + topic.event().getSimpleName(), other);
        } catch (RuntimeException failed) {
            throw new Unreadable("Schema id " + schemaId + ": " + failed.getClass().getSimpleName(), failed);
        }
    }

    /**
     * By itself and before the serde does: what fails here says nothing of the record, unless the id is
     * unknown.
     */
    private void lookUp(int schemaId) {
        if (schemaId <= 0) {
            throw new Unreadable("Schema id " + schemaId + " is none that a registry gives");
        }
        try {
            var _ = deserializer.getSchemaResolver()
                    .resolveSchemaByArtifactReference(ArtifactReference.builder().contentId((long) schemaId).build());
        } catch (RuntimeException failed) {
            throw isUnknown(failed)
                    ? new Unreadable("Schema id " + schemaId + " is not registered", failed)
                    : new RegistryUnavailable(failed);
        }
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }

    /** The registry's own word for it: a proxy in front of it has a 404 as well. */
    private static boolean isUnknown(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemDetails problem) {
                return problem.getResponseStatusCode() == 404 && UNKNOWN_ID.equals(problem.getName());
            }
        }
        return false;
    }
}
