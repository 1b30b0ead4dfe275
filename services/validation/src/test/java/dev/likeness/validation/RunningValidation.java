package dev.likeness.validation;

import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import dev.likeness.validation.checking.TestExaminer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The service as it is run, on real parts, once for all tests of the JVM. */
final class RunningValidation {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final RunningValidation INSTANCE = new RunningValidation();

    private final ServiceStand stand = new ServiceStand("validation");
    private final TestExaminer examiner = new TestExaminer();
    private final ConfigurableApplicationContext context;

    private RunningValidation() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        context = Validation.application()
                .initializers((GenericApplicationContext started) -> started.registerBean(TestExaminer.class,
                        () -> examiner, definition -> definition.setPrimary(true)))
                .run(stand.settings("validation.vectors.key=" + KEY, "validation.checking.missing-attempts=2"));
        store().ensureBuckets(List.of(Bucket.values())).block();
    }

    static RunningValidation instance() {
        return INSTANCE;
    }

    TestExaminer examiner() {
        return examiner;
    }

    EventProbe probe() {
        return stand.probe();
    }

    ObjectStore store() {
        return context.getBean(ObjectStore.class);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    WebTestClient client(String userId) {
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + stand.token(userId)).build();
    }

    WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl(ServiceStand.url(context).toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    ObjectKey selfie(Space space, byte[] bytes) {
        ObjectKey key = ObjectKey.random(Bucket.SELFIES, space);
        store().put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length, "image/jpeg")
                .block();
        return key;
    }

    List<ObjectKey> prepared(Space space) {
        return store().list(Bucket.PREPARED, space.value()).collectList().blockOptional().orElseThrow();
    }
}
