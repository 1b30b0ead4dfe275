package dev.likeness.messaging.wire;

import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Topic;
import java.util.Arrays;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
public class WireConfiguration {

    @Bean
    AvroWire avroWire(MessagingProperties properties) {
        return new AvroWire(properties.registryUrl());
    }

    @Bean
    KafkaAdmin.NewTopics topics(MessagingProperties properties) {
        return new KafkaAdmin.NewTopics(
                Arrays.stream(Topic.values()).map(topic -> topic(topic, properties.topics())).toArray(NewTopic[]::new));
    }

    private static NewTopic topic(Topic topic, MessagingProperties.Topics settings) {
        return TopicBuilder.name(topic.topicName())
                .partitions(settings.partitions())
                .replicas(settings.replication())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(settings.retention().toMillis()))
                .build();
    }
}
