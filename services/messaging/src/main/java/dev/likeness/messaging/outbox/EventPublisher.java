package dev.likeness.messaging.outbox;

import dev.likeness.messaging.wire.AvroWire;
import dev.likeness.messaging.wire.EventHeaders;
import dev.likeness.messaging.wire.RegistryUnavailable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends a batch of rows to the broker and tells which of them it has. A person's rows go one by
 * one, each after the broker has acknowledged the one before: the producer alone would send a later
 * row although an earlier one had failed.
 */
class EventPublisher implements AutoCloseable {

    private static final Duration LINGER = Duration.ofMillis(2);

    private final Map<String, Object> settings;
    private final AvroWire wire;
    private final String service;
    private final ServiceLease lease;
    private final Duration longestBlock;
    private Producer<String, byte[]> producer;

    /** @param lease what a round of sending stays well below, with all its waiting */
    EventPublisher(Map<String, Object> settings, AvroWire wire, String service, ServiceLease lease) {
        // Sending for at most two blocks, and then a delivery: two thirds of the lease, which has three quarters left.
        Duration delivery = lease.validFor().dividedBy(3);
        this.longestBlock = delivery.dividedBy(2);
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) delivery.minus(LINGER).toMillis());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, longestBlock.toMillis());
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        this.settings = Map.copyOf(all);
        this.wire = wire;
        this.service = service;
        this.lease = lease;
        this.producer = connect();
    }

    /**
     * What became of a batch: the numbers that the broker has, and those it will never take, or that
     * can't be read. The others wait.
     *
     * @param failures why others wait; none if nothing failed
     */
    record Result(List<Long> published, Map<Long, String> refused, List<Throwable> failures) {

        Result() {
            this(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        }
    }

    /**
     * Rounds of one row per person, for as long as the lease is held and nothing fails: after a failure
     * nothing more is sent, so that what failed goes out again before what comes after it.
     */
    Result publish(List<OutboxRow> rows) throws InterruptedException {
        Result result = new Result();
        List<OutboxRow> waiting = rows;
        while (!waiting.isEmpty() && result.failures().isEmpty()) {
            Map<String, OutboxRow> round = new LinkedHashMap<>();
            List<OutboxRow> later = new ArrayList<>();
            for (OutboxRow row : waiting) {
                if (round.putIfAbsent(row.userId(), row) != null) {
                    later.add(row);
                }
            }
            settle(send(records(round.values(), result), result), result);
            waiting = later;
        }
        if (result.failures().stream().anyMatch(EventPublisher::mayHaveEndedTheProducer)) {
            producer.close(Duration.ZERO);
            producer = connect();
        }
        return result;
    }

    /** After some errors, a missing permission for one, a producer fails whatever it is given. */
    private static boolean mayHaveEndedTheProducer(Throwable failure) {
        return failure instanceof KafkaException && !(failure instanceof RetriableException);
    }

    private Producer<String, byte[]> connect() {
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Before the lease is looked at: the registry may take its time. */
    private Map<OutboxRow, ProducerRecord<String, byte[]>> records(Collection<OutboxRow> rows, Result result) {
        Map<OutboxRow, ProducerRecord<String, byte[]>> records = new LinkedHashMap<>();
        for (OutboxRow row : rows) {
            try {
                records.put(row, record(row));
            } catch (RegistryUnavailable away) {
                result.failures().add(away);
                break;
            } catch (UncheckedIOException | AvroRuntimeException unreadable) {
                result.refused().put(row.number(), unreadable.toString());
            }
        }
        return records;
    }

    private Map<OutboxRow, Future<RecordMetadata>> send(Map<OutboxRow, ProducerRecord<String, byte[]>> records,
            Result result) {
        Map<OutboxRow, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        if (!lease.keep()) {
            result.failures().add(new IllegalStateException("The relay's lease ran out"));
            return sent;
        }
        long end = System.nanoTime() + longestBlock.toNanos();
        for (var record : records.entrySet()) {
            sent.put(record.getKey(), send(record.getValue()));
            if (System.nanoTime() - end > 0) {
                result.failures().add(new TimeoutException("The broker is slow to take what is sent"));
                break;
            }
        }
        return sent;
    }

    private Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
        try {
            return producer.send(record);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private static void settle(Map<OutboxRow, Future<RecordMetadata>> sent, Result result) throws InterruptedException {
        for (var row : sent.entrySet()) {
            long number = row.getKey().number();
            try {
                var _ = row.getValue().get();
                result.published().add(number);
            } catch (ExecutionException failed) {
                Throwable cause = Objects.requireNonNullElse(failed.getCause(), failed);
                if (isOfTheRow(cause)) {
                    result.refused().put(number, cause.toString());
                } else {
                    result.failures().add(cause);
                }
            }
        }
    }

    /**
     * Anything else passes, be it by an operator's hand: credentials, permissions, topics that are
     * missing.
     */
    private static boolean isOfTheRow(Throwable cause) {
        return cause instanceof RecordTooLargeException || cause instanceof RecordBatchTooLargeException
                || cause instanceof InvalidRecordException || cause instanceof SerializationException;
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
