package dev.likeness.generation.testing;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.Verdict;
import dev.likeness.generation.Generation;
import dev.likeness.generation.Likenesses;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.TraceParent;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.messaging.testing.ServiceStand;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** The service on real parts; one for all tests of a JVM, because two would share its consumers. */
public final class GenerationStand {

    private static final GenerationStand SHARED = new GenerationStand();

    private static final Causation UNPAID = new Causation(TraceParent.fresh(),
            Optional.of(new Causation.Replay("r0", "generation", false)));

    private final ServiceStand stand = new ServiceStand("generation");
    private @Nullable ConfigurableApplicationContext context;

    private GenerationStand() {
        start();
        store().ensureBuckets(List.of(Bucket.PREVIEWS, Bucket.PREPARED)).block();
    }

    public static GenerationStand shared() {
        return SHARED;
    }

    public void start() {
        context = Generation.application()
                .run(stand.settings("likeness.messaging.worker.lease=3s", "likeness.messaging.worker.poll=100ms",
                        "likeness.messaging.relay.poll=100ms",
                        "generation.provider.base-url=" + Provider.shared().baseUrl(),
                        "generation.provider.token=" + Provider.TOKEN,
                        "generation.provider.output-hosts=" + Provider.shared().outputHost(),
                        "generation.provider.post-timeout=8s", "generation.shoot.grace=8s",
                        "generation.shoot.settle-pause=500ms",
                        "generation.vectors.key=" + Base64.getEncoder().encodeToString(new byte[32])));
    }

    public void stop() {
        Objects.requireNonNull(context).close();
    }

    public EventProbe events() {
        return stand.probe();
    }

    public ObjectStore store() {
        return Objects.requireNonNull(context).getBean(ObjectStore.class);
    }

    public DatabaseClient database() {
        return Objects.requireNonNull(context).getBean(DatabaseClient.class);
    }

    public Http as(Person person) {
        return new Http(ServiceStand.url(Objects.requireNonNull(context)).toString(),
                stand.token(person.userId().value()));
    }

    public static Person anybody() {
        String id = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "1";
        return new Person(new UserId(id), Epoch.FIRST, Space.random(RandomGenerator.getDefault()));
    }

    /** Has a model trained at the provider and tells the service. @return {@code owner/name:version} */
    public String train(Person person) {
        String word = TriggerWord.of(person.userId()).value();
        return know(person, Provider.shared().train(word), word);
    }

    // As a replay without permission to spend, so that no test shoot follows.
    private String know(Person person, String version, String word) {
        var _ = events().publish(UUID.randomUUID(), completed(person, version, word, Instant.now()), UNPAID);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(person).get("/v1/models").text().contains(version));
        return version;
    }

    /** The same with a model of those photos. */
    public String train(Person person, List<byte[]> photos) {
        String word = TriggerWord.of(person.userId()).value();
        return know(person, Provider.shared().train(word, photos), word);
    }

    /** The same, told as it happens: a test shoot follows. @return the training's id */
    public String trainAndTest(Person person, List<byte[]> photos) {
        String word = TriggerWord.of(person.userId()).value();
        TrainingCompleted event = completed(person, Provider.shared().train(word, photos), word, Instant.now());
        var _ = events().publish(event);
        var _ = events().publish(event);
        return event.getTrainingId();
    }

    /** Tells the service of an accepted set and waits until every photo was looked at. */
    public void accept(Person person, List<byte[]> photos) {
        List<PhotoVerdict> verdicts = photos.stream().map(photo -> {
            ObjectKey key = ObjectKey.random(Bucket.PREPARED, person.space());
            store().put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(photo)), photo.length, "image/jpeg")
                    .block();
            return PhotoVerdict.newBuilder()
                    .setPhotoId(UUID.randomUUID().toString())
                    .setVerdict(Verdict.ACCEPTED)
                    .setPreparedKey(key.name())
                    .build();
        }).toList();
        var _ = events().publish(ImagesValidated.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(UUID.randomUUID().toString())
                .setAccepted(true)
                .setGoodPhotos(photos.size())
                .setPhotos(verdicts)
                .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows("selfie WHERE state = 'MEASURED'", person) == photos.size());
    }

    /** How many there are of a person. @param table its name, and a condition if need be */
    public long rows(String table, Person person) {
        return database().sql("SELECT count(*) AS rows FROM " + table + (table.contains("WHERE") ? " AND" : " WHERE")
                + " user_id = :userId")
                .bind("userId", person.userId().value())
                .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    public Likeness likeness(Person person, byte[] picture) {
        return Objects.requireNonNull(context)
                .getBean(Likenesses.class)
                .of(person, picture)
                .blockOptional()
                .orElseThrow();
    }

    public static TrainingCompleted completed(Person person, String version, String triggerWord, Instant at) {
        return TrainingCompleted.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setTrainingId(UUID.randomUUID().toString())
                .setModelVersion(version)
                .setTriggerWord(triggerWord)
                .setPhotoCount(15)
                .setOccurredAt(at.truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** @return the generation once it has ended */
    public JsonNode ended(Person person, String generationId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> as(person).get("/v1/generations/" + generationId).json(),
                        view -> List.of("done", "failed", "canceled").contains(view.path("state").asString("")));
    }

    public List<ObjectKey> previews(Person person) {
        return store().list(Bucket.PREVIEWS, person.space().value()).collectList().blockOptional().orElseThrow();
    }
}
