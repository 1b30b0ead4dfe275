package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The service as it is run, on real parts, once for all tests of the JVM. */
final class RunningGallery {

    private static final RunningGallery INSTANCE = new RunningGallery();

    private final ServiceStand stand = new ServiceStand("gallery");
    private final ConfigurableApplicationContext context;

    private RunningGallery() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        context = Gallery.application()
                .run(stand.settings("gallery.copies.swept-after=1s", "gallery.previews.removed-after=2s"));
        store().ensureBuckets(List.of(Bucket.values())).block();
    }

    static RunningGallery instance() {
        return INSTANCE;
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

    ObjectKey preview(Space space, byte[] bytes) {
        ObjectKey key = ObjectKey.random(Bucket.PREVIEWS, space);
        store().put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length, "image/jpeg")
                .block();
        return key;
    }

    List<ObjectKey> copies(Space space) {
        return store().list(Bucket.GALLERY, space.value()).collectList().blockOptional().orElseThrow();
    }

    List<ObjectKey> previews(Space space) {
        return store().list(Bucket.PREVIEWS, space.value()).collectList().blockOptional().orElseThrow();
    }

    /** The ids on the first page of the person's gallery. */
    List<String> listed(WebTestClient client) {
        byte[] body = client.get()
                .uri("/v1/gallery")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), UTF_8), "$.items[*].portraitId");
    }
}
