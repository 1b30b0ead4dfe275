package dev.likeness.chaos;

import dev.likeness.messaging.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the orchestrator's consumers are. */
final class Groups {

    private final String bootstrapServers;

    Groups(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Requests in the topic that are not committed as handled. */
    long lag() {
        String topic = Topic.TRAINING_REQUESTED.topicName();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .stream()
                    .flatMap(described -> described.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get();
            var committed = admin.listConsumerGroupOffsets("training." + topic)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet()
                    .stream()
                    .mapToLong(end -> end.getValue().offset() - offset(committed.get(end.getKey())))
                    .sum();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker does not say how far the consumers are", failed);
        }
    }

    private static long offset(@org.jspecify.annotations.Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }
}
