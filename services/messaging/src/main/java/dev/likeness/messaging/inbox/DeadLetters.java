package dev.likeness.messaging.inbox;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
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

    /**
     * Keeps the record; where that fails, the failure goes up and the record is delivered again. What
     * the record holds can't make it fail.
     */
    void keep(ConsumerRecord<?, ?> record, Exception failure) {
        Faults kind = Faults.of(failure);
        String cause = storable(rootCause(failure));
        database.sql("""
                INSERT INTO dead_letter (topic, "partition", "offset", record_key, value, headers, kind, cause)
                VALUES (:topic, :partition, :offset, :key, :value, :headers, :kind, :cause)
                ON CONFLICT (topic, "partition", "offset") DO NOTHING
                """)
                .bind("topic", record.topic())
                .bind("partition", record.partition())
                .bind("offset", record.offset())
                .bind("key", Parameters.in(R2dbcType.VARBINARY, record.key()))
                .bind("value", Parameters.in(R2dbcType.VARBINARY, record.value()))
                .bind("headers", Json.of(headers(record)))
                .bind("kind", kind.name())
                .bind("cause", cause)
                .then()
                .block();
        log.error("{} {}-{}@{} is a dead letter: {}", kind, record.topic(), record.partition(), record.offset(), cause);
    }

    /** In their order, with their bytes: a list, because a name may come twice and may be any text. */
    private String headers(ConsumerRecord<?, ?> record) {
        return json.writeValueAsString(Stream.of(record.headers().toArray()).map(DeadLetters::header).toList());
    }

    private static Map<String, @Nullable String> header(Header header) {
        Map<String, @Nullable String> kept = new LinkedHashMap<>();
        if (storable(header.key()).equals(header.key())) {
            kept.put("name", header.key());
        } else {
            kept.put("nameBase64", base64(header.key().getBytes(StandardCharsets.UTF_8)));
        }
        kept.put("valueBase64", header.value() == null ? null : base64(header.value()));
        return kept;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /**
     * PostgreSQL takes no NUL in a text, and neither half of a character; the record can bring both.
     */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
