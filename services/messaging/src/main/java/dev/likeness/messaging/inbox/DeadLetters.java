package dev.likeness.messaging.inbox;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records that could not be handled, as rows of the consuming service with their original bytes: so
 * they can be listed, tried again, discarded, and erased with their person.
 */
class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.shared();

    DeadLetters(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps the record; where that fails, the failure goes up and the record is delivered again. */
    void keep(ConsumerRecord<?, ?> record, Exception failure) {
        Faults kind = Faults.of(failure);
        database.sql("""
                INSERT INTO dead_letter (topic, "partition", "offset", record_key, value, headers, kind, cause)
                VALUES (:topic, :partition, :offset, :key, :value, :headers, :kind, :cause)
                ON CONFLICT (topic, "partition", "offset") DO NOTHING
                """)
                .bind("topic", record.topic())
                .bind("partition", record.partition())
                .bind("offset", record.offset())
                .bind("key", Parameters.in(R2dbcType.VARBINARY, bytes(record.key())))
                .bind("value", Parameters.in(R2dbcType.VARBINARY, bytes(record.value())))
                .bind("headers", Json.of(headers(record)))
                .bind("kind", kind.name())
                .bind("cause", rootCause(failure))
                .then()
                .block();
        log.error("{} {}-{}@{} is a dead letter: {}", kind, record.topic(), record.partition(), record.offset(),
                rootCause(failure));
    }

    private String headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(),
                    header.value() == null ? "" : Base64.getEncoder().encodeToString(header.value()));
        }
        return json.writeValueAsString(headers);
    }

    private static byte @org.jspecify.annotations.Nullable [] bytes(@org.jspecify.annotations.Nullable Object part) {
        return switch (part) {
            case null -> null;
            case byte[] bytes -> bytes;
            default -> part.toString().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
