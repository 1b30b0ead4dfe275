package dev.likeness.messaging.inbox;

import dev.likeness.messaging.CrashPoint;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * One container per event, each a consumer group of its own. A listener takes one record at a time
 * and blocks, which is what keeps the order of one person's events. Where a service has several
 * handlers of an event they take it one after the other, each in a transaction and with an inbox
 * entry of its own: a container for each would share the group, and with it the partitions.
 */
class Consumers implements SmartLifecycle {

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration SESSION = Duration.ofSeconds(10);

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    Consumers(List<EventHandler<?>> handlers, EventShell shell, DeadLetters deadLetters,
            Map<String, Object> settings, MessagingProperties properties) {
        Map<String, List<EventHandler<?>>> byTopic = handlers.stream()
                .collect(Collectors.groupingBy(handler -> Topic.of(handler.event()).topicName()));
        byTopic.forEach((topic, takers) -> check(topic, takers));
        this.containers = byTopic.entrySet()
                .stream()
                .map(each -> container(each.getKey(), each.getValue(), shell, deadLetters, settings, properties))
                .toList();
    }

    // The inbox knows a handler by this name, and would take the second one's events for repetitions.
    private static void check(String topic, List<EventHandler<?>> takers) {
        if (takers.stream().map(taker -> taker.getClass().getSimpleName()).distinct().count() < takers.size()) {
            throw new IllegalStateException("Two handlers of " + topic + " have the same name");
        }
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(String topic,
            List<EventHandler<?>> takers, EventShell shell, DeadLetters deadLetters, Map<String, Object> settings,
            MessagingProperties properties) {
        ContainerProperties container = new ContainerProperties(topic);
        container.setGroupId(properties.service() + "." + topic);
        container.setAckMode(AckMode.RECORD);
        container.setListenerTaskExecutor(new VirtualThreadTaskExecutor(properties.service() + "-" + topic + "-"));
        container.setMessageListener((MessageListener<byte[], byte[]>) record -> {
            takers.forEach(taker -> shell.accept(taker, record));
            CrashPoint.BEFORE_OFFSET_COMMIT.reached();
        });
        var listener = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(consumer(settings), new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                container);
        listener.setConcurrency(properties.consumer().concurrency());
        listener.setBeanName(properties.service() + "." + topic);
        listener.setCommonErrorHandler(errorHandler(deadLetters, properties.consumer()));
        listener.setRecordInterceptor(new AfterOffset());
        return listener;
    }

    /**
     * With {@link AckMode#RECORD} the container comes here when it has committed the record's offset.
     */
    private static final class AfterOffset implements RecordInterceptor<byte[], byte[]> {

        @Override
        public ConsumerRecord<byte[], byte[]> intercept(ConsumerRecord<byte[], byte[]> record,
                Consumer<byte[], byte[]> consumer) {
            return record;
        }

        @Override
        public void afterRecord(ConsumerRecord<byte[], byte[]> record, Consumer<byte[], byte[]> consumer) {
            CrashPoint.AFTER_OFFSET_COMMIT.reached();
        }
    }

    private static Map<String, Object> consumer(Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // For that long nobody gets the partitions of a consumer that was killed, its own successor neither.
        all.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
        return all;
    }

    /**
     * A registry or database that is away is waited for without end; only what the record itself is to
     * blame for ends.
     */
    private static DefaultErrorHandler errorHandler(DeadLetters deadLetters, MessagingProperties.Consumer settings) {
        DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters::keep, new FixedBackOff(0, 0));
        handler.setBackOffFunction((record, failure) -> switch (Faults.of(failure)) {
            case UNREADABLE -> new FixedBackOff(0, 0);
            case OUTAGE -> exponential(settings, Long.MAX_VALUE);
            case HANDLER -> exponential(settings, settings.attempts() - 1L);
        });
        handler.setResetStateOnExceptionChange(true);
        return handler;
    }

    private static BackOff exponential(MessagingProperties.Consumer settings, long retries) {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_BACK_OFF.toMillis(), 2);
        backOff.setMaxInterval(settings.maxBackOff().toMillis());
        backOff.setMaxAttempts(retries);
        return backOff;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
