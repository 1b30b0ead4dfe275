package dev.likeness.messaging.testing;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Topic;
import dev.likeness.messaging.wire.AvroWire;
import dev.likeness.messaging.wire.EventHeaders;
import dev.likeness.messaging.wire.SchemaRegistration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Speaks to the broker as another service would: publishes events and reads what was published. */
public final class EventProbe implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private final AvroWire wire;
    private final KafkaProducer<String, byte[]> producer;

    public EventProbe(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.wire = new AvroWire(URI.create(registryUrl));
        this.producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(),
                new ByteArraySerializer());
        createTopics();
    }

    /** Registers every schema, as a deployment would. */
    public static void registerSchemas(String ccompatUrl) {
        new SchemaRegistration(URI.create(ccompatUrl)).registerAll();
    }

    public UUID publish(SpecificRecord event) {
        return publish(UUID.randomUUID(), event);
    }

    public UUID publish(UUID eventId, SpecificRecord event) {
        return publish(eventId, event, Causation.fresh());
    }

    public UUID publish(UUID eventId, SpecificRecord event, Causation causation) {
        Topic topic = Topic.of(event.getClass());
        String userId = event.get(event.getSchema().getField("userId").pos()).toString();
        Headers headers = EventHeaders.of(eventId, topic.event().getSimpleName(), "probe", userId, Instant.EPOCH,
                causation);
        publishRaw(new ProducerRecord<>(topic.topicName(), null, userId, wire.write(topic, event), headers));
        return eventId;
    }

    /** Publishes a record as it is, however broken. */
    public void publishRaw(ProducerRecord<String, byte[]> record) {
        try {
            var _ = producer.send(record).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first event of the kind about the person, waited for. */
    public <E extends SpecificRecord> E await(Class<E> event, String userId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> events(event, userId), found -> !found.isEmpty())
                .getFirst();
    }

    /** All events of the kind about the person so far, in order. */
    public <E extends SpecificRecord> List<E> events(Class<E> event, String userId) {
        Topic topic = Topic.of(event);
        return records(topic).stream()
                .filter(record -> userId.equals(record.key()))
                .map(record -> event.cast(wire.read(topic, record.value())))
                .toList();
    }

    /** All records of the topic so far. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName())
                    .stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var existing = admin.listTopics().names().get();
            var missing = Arrays.stream(Topic.values())
                    .map(Topic::topicName)
                    .filter(name -> !existing.contains(name))
                    .map(name -> new NewTopic(name, 3, (short) 1))
                    .toList();
            var _ = admin.createTopics(missing).all().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        producer.close();
        wire.close();
    }
}
