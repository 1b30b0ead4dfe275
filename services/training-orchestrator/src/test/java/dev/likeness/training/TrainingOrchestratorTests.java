package dev.likeness.training;

import static dev.likeness.training.RunningTraining.probe;
import static dev.likeness.training.RunningTraining.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.PurgeReported;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingFailureReason;
import dev.likeness.events.TrainingProgressed;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.TrainingStarted;
import dev.likeness.events.UserReset;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.TraceParent;
import dev.likeness.objects.Bucket;
import dev.likeness.person.Person;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class TrainingOrchestratorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RunningTraining training;
    private final RunningSandbox sandbox = RunningSandbox.instance();

    @BeforeAll
    static void start() {
        training = RunningTraining.start();
    }

    @AfterAll
    static void stop() {
        training.close();
    }

    @BeforeEach
    void behavesWell() {
        sandbox.behave(Map.of());
    }

    @Test
    void trainsAModelOnceHoweverOftenItIsAskedFor() {
        Person person = Requests.person("once1");
        TrainingRequested request = Requests.request(training.store(), person);
        UUID eventId = UUID.randomUUID();
        publish(eventId, request);
        publish(eventId, request);
        publish(request);

        TrainingCompleted completed = probe().await(TrainingCompleted.class, "once1");
        TrainingStarted started = probe().await(TrainingStarted.class, "once1");

        assertThat(sandbox.trainings("useronce1")).hasSize(1);
        assertThat(completed.getModelVersion()).matches("likeness/likeness-portraits:[0-9a-f]{64}");
        assertThat(completed.getTrainingId()).isEqualTo(request.getTrainingId());
        assertThat(completed.getWeightsReference()).isEqualTo(started.getProviderId());
        assertThat(completed.getTriggerWord()).isEqualTo("useronce1");
        assertThat(completed.getPhotoCount()).isEqualTo(3);
        assertThat(completed.getRecipe()).isEqualTo(request.getRecipe());
        assertThat(completed.getDurationMillis()).isBetween(1_000L, 10_000L);
        assertThat(completed.getCostMicros()).isEqualTo(Math.round(completed.getDurationMillis() / 1000.0 * 1525));
        assertThat(probe().events(TrainingProgressed.class, "once1")).isNotEmpty()
                .extracting(TrainingProgressed::getStep)
                .isSorted();
        assertThat(probe().events(TrainingStarted.class, "once1")).hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(zips(person)).isEmpty());
        assertThat(probe().events(TrainingCompleted.class, "once1")).hasSize(1);
    }

    @Test
    void sendsTheRecipeAndNothingElse() {
        Person person = Requests.person("recipe1");
        publish(Requests.request(training.store(), person));
        var _ = probe().await(TrainingCompleted.class, "recipe1");

        var ledger = sandbox.trainings("userrecipe1").getFirst();
        Map<String, Object> input = JsonMapper.shared()
                .convertValue(ledger.path("input"), new TypeReference<Map<String, Object>>() {
                });
        assertThat(URI.create(String.valueOf(input.remove("input_images"))).getPath())
                .matches("/training-zips/" + person.space() + "/[0-9a-f]{32}");
        assertThat(input).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("trigger_word", "userrecipe1"),
                Map.entry("steps", 1200), Map.entry("lora_rank", 32), Map.entry("resolution", "1024"),
                Map.entry("autocaption", true), Map.entry("optimizer", "adamw8bit"),
                Map.entry("cache_latents_to_disk", false), Map.entry("caption_dropout_rate", 0.05),
                Map.entry("learning_rate", 1e-4), Map.entry("batch_size", 1),
                Map.entry("gradient_checkpointing", true)));
        assertThat(ledger.path("destination").asString()).isEqualTo("likeness/likeness-portraits");
        assertThat(ledger.path("model").asString()).isEqualTo("ostris/flux-dev-lora-trainer");
        assertThat(ledger.path("version").asString())
                .isEqualTo("26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2");
    }

    @Test
    void findsATrainingWhoseAnswerWasLost() {
        sandbox.fault("createTraining", "dropAfterAccept", 1);
        var _ = complete("lost1");
        assertThat(sandbox.trainings("userlost1")).hasSize(1);
    }

    @Test
    void stopsWhatTurnsUpAfterAFreshStart() {
        sandbox.behave(Map.of("trainingDuration", "PT60S", "faults",
                List.of(Map.of("operation", "createTraining", "kind", "dropAfterAccept", "times", 1),
                        Map.of("operation", "listTrainings", "kind", "error500", "times", 1_000))));
        Person before = Requests.person("stray1");
        publish(Requests.request(training.store(), before));
        await().atMost(PATIENCE).until(() -> sandbox.trainings("userstray1").size() == 1);
        publish(UserReset.newBuilder()
                .setUserId("stray1")
                .setEpoch(2)
                .setSpace(Requests.person("stray1").space().value())
                .build());
        await().atMost(PATIENCE)
                .until(() -> training.database()
                        .sql("SELECT 1 FROM person_epoch WHERE user_id = 'stray1' AND epoch = 2")
                        .fetch()
                        .one()
                        .blockOptional()
                        .isPresent());
        sandbox.behave(Map.of());
        var _ = probe().await(PurgeReported.class, "stray1");
        // Failed where its ZIP was gone before the provider read it.
        assertThat(sandbox.trainings("userstray1").getFirst().path("status").asString()).isIn("canceled", "failed");
    }

    @Test
    void makesAnotherAttemptOnceTheFirstIsVoid() {
        sandbox.fault("createTraining", "error500", 1);
        TrainingCompleted completed = complete("error1");
        assertThat(sandbox.trainings("usererror1")).hasSize(1);
        training.client("error1")
                .get()
                .uri("/v1/trainings/{id}", completed.getTrainingId())
                .exchange()
                .expectBody()
                .jsonPath("$.attempts")
                .isEqualTo(2);
    }

    @Test
    void givesUpAfterAsManyVoidAttempts() {
        sandbox.fault("createTraining", "error500", 9);
        TrainingFailed failed = fail("down1");
        assertThat(failed.getReason()).isEqualTo(TrainingFailureReason.PROVIDER_DOWN);
        assertThat(failed.getRetryable()).isTrue();
        assertThat(sandbox.trainings("userdown1")).isEmpty();
    }

    @Test
    void waitsAsLongAsAThrottlingProviderAsks() {
        sandbox.fault("createTraining", "error429", 2);
        TrainingCompleted completed = complete("throttled1");
        training.client("throttled1")
                .get()
                .uri("/v1/trainings/{id}", completed.getTrainingId())
                .exchange()
                .expectBody()
                .jsonPath("$.attempts")
                .isEqualTo(1);
    }

    @Test
    void saysThatTheProviderIsOutOfCredit() {
        sandbox.fault("createTraining", "error402", 1);
        assertThat(fail("credit1").getReason()).isEqualTo(TrainingFailureReason.PROVIDER_OUT_OF_CREDIT);
        assertThat(sandbox.trainings("usercredit1")).isEmpty();
    }

    @Test
    void saysWhyATrainingFailedAtTheProvider() {
        sandbox.behave(Map.of("failTraining", "CUDA out of memory"));
        assertThat(fail("broken1").getReason()).isEqualTo(TrainingFailureReason.PROVIDER_FAILED);
        sandbox.behave(Map.of("failTraining", "input_images must be a zip file"));
        assertThat(fail("broken2").getReason()).isEqualTo(TrainingFailureReason.BAD_PHOTOS);
    }

    @Test
    void comesToItsEndWithoutAnyWebhook() {
        sandbox.behave(Map.of("loseWebhooks", true));
        var _ = complete("silent1");
    }

    @Test
    void neverSubmitsAWordOfSomebodyElse() {
        Person person = Requests.person("word1");
        TrainingRequested request = TrainingRequested.newBuilder(Requests.request(training.store(), person))
                .setTriggerWord("userword2")
                .build();
        publish(request);
        assertThat(probe().await(TrainingFailed.class, "word1").getRetryable()).isFalse();
        training.client("word1")
                .get()
                .uri("/v1/trainings/{id}", request.getTrainingId())
                .exchange()
                .expectBody()
                .jsonPath("$.failure.code")
                .isEqualTo("WRONG_TRIGGER_WORD");
        assertThat(sandbox.trainings("userword1")).isEmpty();
        assertThat(sandbox.trainings("userword2")).isEmpty();
    }

    @Test
    void refusesASecondTrainingBesideALiveOne() {
        sandbox.behave(Map.of("trainingDuration", "PT6S"));
        Person person = Requests.person("second1");
        publish(Requests.request(training.store(), person));
        TrainingRequested second = Requests.request(training.store(), person);
        publish(second);
        assertThat(probe().await(TrainingFailed.class, "second1").getTrainingId()).isEqualTo(second.getTrainingId());
        var _ = probe().await(TrainingCompleted.class, "second1");
        assertThat(sandbox.trainings("usersecond1")).hasSize(1);
    }

    @Test
    void startsNothingForAReplayThatMayNotSpend() {
        Person person = Requests.person("replay1");
        TrainingRequested request = Requests.request(training.store(), person);
        var _ = probe().publish(UUID.randomUUID(), request, new Causation(TraceParent.fresh(),
                Optional.of(new Causation.Replay("r1", "training", false))));
        // Behind it in the same partition, so that the replayed one has been handled when this one ends.
        TrainingRequested paid = Requests.request(training.store(), person);
        publish(paid);
        assertThat(probe().await(TrainingCompleted.class, "replay1").getTrainingId()).isEqualTo(paid.getTrainingId());
        training.client("replay1")
                .get()
                .uri("/v1/trainings/{id}", request.getTrainingId())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private TrainingCompleted complete(String userId) {
        publish(Requests.request(training.store(), Requests.person(userId)));
        return probe().await(TrainingCompleted.class, userId);
    }

    private TrainingFailed fail(String userId) {
        publish(Requests.request(training.store(), Requests.person(userId)));
        return await().atMost(PATIENCE)
                .until(() -> probe().events(TrainingFailed.class, userId), found -> !found.isEmpty())
                .getFirst();
    }

    private static List<?> zips(Person person) {
        return training.store()
                .list(Bucket.TRAINING_ZIPS, person.space().value())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
