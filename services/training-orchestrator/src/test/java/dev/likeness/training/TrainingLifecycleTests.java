package dev.likeness.training;

import static dev.likeness.training.RunningTraining.probe;
import static dev.likeness.training.RunningTraining.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.PurgeReported;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.TrainingStarted;
import dev.likeness.events.UserReset;
import dev.likeness.objects.Bucket;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to trainings when instances come and go, and when a person starts afresh. */
class TrainingLifecycleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final RunningSandbox sandbox = RunningSandbox.instance();

    @BeforeEach
    void behavesWell() {
        sandbox.behave(Map.of());
    }

    @Test
    void goesOnAfterARestartInTheMiddle() {
        sandbox.behave(Map.of("trainingDuration", "PT4S"));
        try (RunningTraining first = RunningTraining.start()) {
            publish(Requests.request(first.store(), Requests.person("restart1")));
            var _ = probe().await(TrainingStarted.class, "restart1");
        }
        try (RunningTraining _ = RunningTraining.start()) {
            var _ = probe().await(TrainingCompleted.class, "restart1");
        }
        assertThat(sandbox.trainings("userrestart1")).hasSize(1);
        assertThat(probe().events(TrainingStarted.class, "restart1")).hasSize(1);
    }

    @Test
    void startsOneTrainingForEachRequestWhereTwoInstancesRun() {
        List<String> users = IntStream.range(0, 6).mapToObj(i -> "two" + i).toList();
        try (RunningTraining one = RunningTraining.start(); RunningTraining _ = RunningTraining.start()) {
            for (String user : users) {
                TrainingRequested request = Requests.request(one.store(), Requests.person(user));
                UUID eventId = UUID.randomUUID();
                publish(eventId, request);
                publish(eventId, request);
                publish(request);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(users)
                            .allSatisfy(user -> assertThat(probe().events(TrainingCompleted.class, user)).hasSize(1)));
        }
        assertThat(users).allSatisfy(user -> {
            assertThat(sandbox.trainings("user" + user)).hasSize(1);
            assertThat(probe().events(TrainingStarted.class, user)).hasSize(1);
            assertThat(probe().events(TrainingCompleted.class, user)).hasSize(1);
        });
    }

    @Test
    void leavesNothingBehindAfterAFreshStart() {
        sandbox.behave(Map.of("trainingDuration", "PT60S"));
        Person before = Requests.person("fresh1");
        var after = new Person(before.userId(), new Epoch(2), Requests.person("fresh1").space());
        try (RunningTraining training = RunningTraining.start()) {
            TrainingRequested request = Requests.request(training.store(), before);
            publish(request);
            var _ = probe().await(TrainingStarted.class, "fresh1");
            publish(UserReset.newBuilder().setUserId("fresh1").setEpoch(2).setSpace(after.space().value()).build());
            PurgeReported report = probe().await(PurgeReported.class, "fresh1");
            assertThat(report.getCounts()).containsEntry("trainings", 1L);
            assertThat(sandbox.trainings("userfresh1").getFirst().path("status").asString()).isEqualTo("canceled");
            assertThat(rows(training, "fresh1")).isZero();
            assertThat(training.store().list(Bucket.TRAINING_ZIPS, before.space().value()).collectList().block())
                    .isEmpty();

            publish(Requests.request(training.store(), before));
            sandbox.behave(Map.of());
            publish(Requests.request(training.store(), after));
            assertThat(probe().await(TrainingCompleted.class, "fresh1").getEpoch()).isEqualTo(2);
            assertThat(sandbox.trainings("userfresh1")).hasSize(2);
            training.client("fresh1")
                    .get()
                    .uri("/v1/trainings/{id}", request.getTrainingId())
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void deliversTheZipThroughTheProvidersOwnFiles() {
        try (RunningTraining training = RunningTraining.start("training.zip-delivery=provider-file")) {
            publish(Requests.request(training.store(), Requests.person("file1")));
            var _ = probe().await(TrainingCompleted.class, "file1");
            var images = URI.create(sandbox.trainings("userfile1")
                    .getFirst()
                    .path("input")
                    .path("input_images")
                    .asString());
            assertThat(images.getPath()).startsWith("/v1/files/");
            await().atMost(PATIENCE).until(() -> !sandbox.has(images));
        }
    }

    private static long rows(RunningTraining training, String userId) {
        return training.database()
                .sql("""
                        SELECT (SELECT count(*) FROM training WHERE user_id = :userId)
                             + (SELECT count(*) FROM training_attempt WHERE user_id = :userId)
                             + (SELECT count(*) FROM training_zip WHERE user_id = :userId)
                             + (SELECT count(*) FROM training_told WHERE user_id = :userId) AS rows
                        """)
                .bind("userId", userId)
                .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
