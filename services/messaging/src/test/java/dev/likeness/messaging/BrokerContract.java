package dev.likeness.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What we rely on a broker to do, whichever it is. */
abstract class BrokerContract {

    abstract String bootstrapServers();

    @Test
    void keepsATopicsPartitionsAndRetention() throws ExecutionException, InterruptedException {
        String topic = topic(12, Map.of(TopicConfig.RETENTION_MS_CONFIG, "2592000000"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            assertThat(described.values()).singleElement()
                    .satisfies(one -> assertThat(one.partitions()).hasSize(12));
            var settings = admin.describeConfigs(List.of(resource)).all().get();
            assertThat(settings.values()).singleElement()
                    .satisfies(one -> assertThat(one.entries()).anyMatch(
                            entry -> entry.name().equals(TopicConfig.RETENTION_MS_CONFIG)
                                    && "2592000000".equals(entry.value())));
        }
    }

    @Test
    void keepsTheOrderOfAKeyWithItsHeadersAndBytes() throws ExecutionException, InterruptedException {
        String topic = topic(3, Map.of());
        try (var producer = producer()) {
            for (int i = 0; i < 200; i++) {
                var record = new ProducerRecord<>(topic, "key-" + i % 7, new byte[]{0, (byte) i});
                record.headers().add("ce_id", ("id-" + i).getBytes(StandardCharsets.UTF_8));
                var _ = producer.send(record);
            }
            producer.flush();
        }

        List<ConsumerRecord<String, byte[]>> all = read(topic, 200);

        for (int key = 0; key < 7; key++) {
            String name = "key-" + key;
            int first = key;
            assertThat(all.stream().filter(record -> record.key().equals(name)).map(record -> record.value()[1] & 0xff))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 200).filter(i -> i % 7 == first).boxed().toList());
        }
        assertThat(all).allMatch(record -> new String(record.headers().lastHeader("ce_id").value(),
                StandardCharsets.UTF_8).equals("id-" + (record.value()[1] & 0xff)));
    }

    @Test
    void refusesARecordThatIsTooLarge() throws ExecutionException, InterruptedException {
        String topic = topic(1, Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1000"));
        try (var producer = producer()) {
            byte[] large = new byte[100_000];
            new java.util.Random(1).nextBytes(large);
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", large)).get())
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    @Test
    void makesNoTopicThatNobodyAskedFor() {
        try (var producer = producer()) {
            assertThatThrownBy(
                    () -> producer.send(new ProducerRecord<>("nobody-" + UUID.randomUUID(), "key", new byte[1])).get())
                    .hasRootCauseInstanceOf(org.apache.kafka.common.errors.UnknownTopicOrPartitionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    private String topic(int partitions, Map<String, String> settings) throws ExecutionException, InterruptedException {
        String topic = "contract-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var _ = admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
        return topic;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.MAX_BLOCK_MS_CONFIG, 3000),
                new StringSerializer(), new ByteArraySerializer());
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), ConsumerConfig.GROUP_ID_CONFIG,
                "contract-" + UUID.randomUUID(), ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            for (int look = 0; look < 60 && records.size() < count; look++) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }
}
