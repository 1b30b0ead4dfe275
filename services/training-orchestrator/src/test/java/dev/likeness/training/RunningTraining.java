package dev.likeness.training;

import dev.likeness.embedded.FreePorts;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An instance of the service as it is run, on real parts that all instances share. */
final class RunningTraining implements AutoCloseable {

    private static final ServiceStand STAND = new ServiceStand("training");

    private final ConfigurableApplicationContext context;

    private RunningTraining(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static EventProbe probe() {
        return STAND.probe();
    }

    static void publish(SpecificRecord event) {
        publish(UUID.randomUUID(), event);
    }

    static void publish(UUID eventId, SpecificRecord event) {
        var _ = probe().publish(eventId, event);
    }

    /** @param more settings beside those of every instance, each {@code name=value} */
    static RunningTraining start(String... more) {
        int port = FreePorts.one();
        List<String> settings = new ArrayList<>(List.of("server.port=" + port, "likeness.messaging.worker.lease=3s",
                "training.provider.base-url=" + RunningSandbox.instance().baseUrl(),
                "training.provider.token=" + RunningSandbox.TOKEN, "training.provider.owner=likeness",
                "training.provider.timeout=3s", "training.webhook.url=http://127.0.0.1:" + port + "/webhooks/replicate",
                "training.webhook.secret=" + RunningSandbox.WEBHOOK_SECRET, "training.poll.min=200ms",
                "training.poll.max=500ms", "training.settle.pause=300ms", "training.settle.keep-zip=1s",
                "training.provider.breaker.pause=500ms", "training.run.settle-grace=1s",
                "training.run.announce-every=200ms", "training.watch.pulse=200ms", "training.watch.learn-again=100ms"));
        settings.addAll(List.of(more));
        var training = new RunningTraining(
                TrainingOrchestrator.application().run(STAND.settings(settings.toArray(String[]::new))));
        // Those of the other services too: the tests put their photos there.
        training.store().ensureBuckets(List.of(Bucket.values())).block();
        return training;
    }

    ObjectStore store() {
        return context.getBean(ObjectStore.class);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    WebTestClient client(String userId) {
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + STAND.token(userId)).build();
    }

    WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(ServiceStand.url(context).toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
