package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import java.net.InetSocketAddress;
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
                .run(stand.settings("gallery.copies.swept-after=1s", "gallery.previews.removed-after=2s",
                        "gallery.archive.max-portraits=8", "gallery.archive.at-once=2"));
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
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + token(userId)).build();
    }

    String token(String userId) {
        return stand.token(userId);
    }

    InetSocketAddress address() {
        var url = ServiceStand.url(context);
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(10_000_000))
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

    /** Rows of the person's epoch, those of the pictures' files among them. */
    long rows(Person person) {
        return database().sql("""
                SELECT (SELECT count(*) FROM portrait WHERE user_id = :userId AND epoch = :epoch)
                     + (SELECT count(*) FROM portrait_file WHERE user_id = :userId AND epoch = :epoch)
                     + (SELECT count(*) FROM deleted_portrait WHERE user_id = :userId AND epoch = :epoch)
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /**
     * Whole pictures in the gallery's bucket; the embedded store also lists thumbnails that are still
     * being written, under names of its own.
     */
    List<ObjectKey> copies(Space space) {
        return held(space).stream().filter(key -> !key.name().contains(".")).toList();
    }

    List<ObjectKey> thumbnails(Space space) {
        return held(space).stream().filter(key -> key.name().endsWith(".jpg")).toList();
    }

    /** Everything in the gallery's bucket. */
    List<ObjectKey> held(Space space) {
        return store().list(Bucket.GALLERY, space.value()).collectList().blockOptional().orElseThrow();
    }

    List<ObjectKey> previews(Space space) {
        return store().list(Bucket.PREVIEWS, space.value()).collectList().blockOptional().orElseThrow();
    }

    /** The ids on the first page of the person's gallery. */
    List<String> listed(WebTestClient client) {
        return listed(client, "");
    }

    List<String> listed(WebTestClient client, String query) {
        byte[] body = client.get()
                .uri("/v1/gallery" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), UTF_8), "$.items[*].portraitId");
    }
}
