package dev.likeness.messaging.outbox;

import dev.likeness.messaging.wire.AvroWire;
import dev.likeness.messaging.wire.EventHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a batch of rows to the broker and tells which of them it has. */
class EventPublisher implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final AvroWire wire;
    private final String service;

    EventPublisher(Map<String, Object> settings, AvroWire wire, String service) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        this.producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
        this.wire = wire;
        this.service = service;
    }

    /** What became of a batch: the numbers that the broker has, and those it will never take. */
    record Result(List<Long> published, Map<Long, String> refused) {}

    /**
     * Sends without waiting for each row, then waits for all. Where a row of a person failed for now,
     * their later rows count as not published either, so that they are sent again behind it.
     */
    Result publish(List<OutboxRow> rows) throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (OutboxRow row : rows) {
            sent.add(producer.send(record(row)));
        }
        producer.flush();
        List<Long> published = new ArrayList<>();
        Map<Long, String> refused = new java.util.LinkedHashMap<>();
        Set<String> held = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            try {
                RecordMetadata acknowledged = sent.get(i).get();
                if (!held.contains(row.userId()) && acknowledged != null) {
                    published.add(row.number());
                }
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RetriableException || failed.getCause() instanceof TimeoutException) {
                    held.add(row.userId());
                } else {
                    refused.put(row.number(), String.valueOf(failed.getCause()));
                }
            }
        }
        return new Result(published, refused);
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        byte[] value = wire.write(row.topic(), StoredEvent.decode(row.topic(), row.payload()));
        return new ProducerRecord<>(row.topic().topicName(), null, null, row.userId(), value,
                EventHeaders.of(row.eventId(), row.topic().event().getSimpleName(), service, row.userId(),
                        row.createdAt(), row.causation()));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
