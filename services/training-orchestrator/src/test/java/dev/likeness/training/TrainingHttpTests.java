package dev.likeness.training;

import static dev.likeness.training.RunningTraining.probe;
import static dev.likeness.training.RunningTraining.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingFailureReason;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.TrainingStarted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

class TrainingHttpTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
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
    void showsATrainingToItsPersonAlone() {
        String id = completed("shown1");
        training.client("shown1")
                .get()
                .uri("/v1/trainings/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("succeeded")
                .jsonPath("$.step")
                .isEqualTo(1200)
                .jsonPath("$.totalSteps")
                .isEqualTo(1200)
                .jsonPath("$.percent")
                .isEqualTo(100)
                .jsonPath("$.photoCount")
                .isEqualTo(3)
                .jsonPath("$.attempts")
                .isEqualTo(1)
                .jsonPath("$.model")
                .exists()
                .jsonPath("$.lastHeardAt")
                .exists()
                .jsonPath("$.endedAt")
                .exists()
                .jsonPath("$.failure")
                .doesNotExist()
                .jsonPath("$.recipe.loraRank")
                .isEqualTo(32)
                .jsonPath("$.recipe.withoutInput")
                .isEqualTo(List.of("mixedPrecision", "networkAlpha", "priorLossWeight"));
        for (String hidden : List.of(id, UUID.randomUUID().toString(), "nonsense")) {
            for (String route : List.of("", "/events")) {
                training.client("other1")
                        .get()
                        .uri("/v1/trainings/" + hidden + route)
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("urn:problem:training:unknown-training");
            }
            training.client("other1")
                    .post()
                    .uri("/v1/trainings/{id}/cancel", hidden)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        training.anonymous().get().uri("/v1/trainings/{id}", id).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void listsTrainingsNewestFirstPageByPage() {
        String first = completed("listed1");
        var second = Requests.request(training.store(), Requests.person("listed1"));
        var failing = TrainingRequested.newBuilder(second).setTriggerWord("user0").setSpace(space("listed1")).build();
        publish(failing);
        var _ = probe().await(TrainingFailed.class, "listed1");
        refused("listed1", failing.getTrainingId(), 409, "not-retryable");
        String[] cursor = new String[1];
        training.client("listed1")
                .get()
                .uri("/v1/trainings?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].trainingId")
                .isEqualTo(failing.getTrainingId())
                .jsonPath("$.nextCursor")
                .value(String.class, next -> cursor[0] = next);
        training.client("listed1")
                .get()
                .uri("/v1/trainings?limit=1&cursor={cursor}", cursor[0])
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].trainingId")
                .isEqualTo(first)
                .jsonPath("$.nextCursor")
                .doesNotExist();
        training.client("listed2")
                .get()
                .uri("/v1/trainings")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void tellsEveryStepLiveAndAgainFromWhereAClientLeftOff() {
        String id = completed("live1");
        String all = stream("live1", id, "");
        assertThat(all).contains("\"requested\"", "\"packaging\"", "\"submitting\"", "\"submitted\"", "\"running\"",
                "\"succeeded\"");
        String firstId = all.lines().filter(line -> line.startsWith("id:")).findFirst().orElseThrow().substring(3);
        assertThat(stream("live1", id, firstId)).doesNotContain("\"requested\"").contains("\"succeeded\"");
    }

    @Test
    void tellsHowItGoesAndThatTheProviderCanNotBeReached() throws Exception {
        sandbox.behave(Map.of("trainingDuration", "PT60S"));
        String id = requested("watched1");
        await().atMost(PATIENCE).until(() -> view("watched1", id).contains("\"basis\":\"pace\""));
        assertThat(view("watched1", id))
                .contains("Your model is being trained: step ", "\"earliest\"", "\"costSoFarMicros\"",
                        "\"deadline\"", "\"lastHeardSeconds\"")
                .doesNotContain("unreachableSince");
        CompletableFuture<String> watching = CompletableFuture.supplyAsync(() -> stream("watched1", id, ""));
        sandbox.behave(Map.of("trainingDuration", "PT60S", "faults", List.of(
                Map.of("operation", "getTraining", "kind", "error503", "probability", 1))));
        await().atMost(PATIENCE).until(() -> view("watched1", id).contains("unreachableSince"));
        assertThat(view("watched1", id)).contains("can't be reached");
        sandbox.behave(Map.of());
        await().atMost(PATIENCE).until(() -> !view("watched1", id).contains("unreachableSince"));
        cancel("watched1", id, 202);
        String seen = watching.get(20, TimeUnit.SECONDS);
        assertThat(seen).contains("event:pulse", "\"unreachableSince\"", "\"lastHeardSeconds\"", "\"canceled\"");
        assertThat(sandbox.trainings("userwatched1")).singleElement()
                .satisfies(paid -> assertThat(paid.path("status").asString()).isEqualTo("canceled"));
    }

    @Test
    void triesAgainWithTheSamePhotos() {
        sandbox.behave(Map.of("failTraining", "CUDA out of memory", "trainingDuration", "PT0.4S"));
        String id = requested("retry1");
        var _ = probe().await(TrainingFailed.class, "retry1");
        sandbox.behave(Map.of("trainingDuration", "PT60S"));
        String again = retried("retry1", id);
        assertThat(again).isNotEqualTo(id);
        assertThat(retried("retry1", id)).isEqualTo(again);
        refused("retry1", again, 409, "not-ended");
        refused("other1", id, 404, "unknown-training");
        refused("retry1", "nonsense", 404, "unknown-training");
        await().atMost(PATIENCE).until(() -> sandbox.trainings("userretry1").size() == 2);
        cancel("retry1", again, 202);
        await().atMost(PATIENCE).until(() -> view("retry1", again).contains("\"CANCELED\""));
        assertThat(sandbox.trainings("userretry1")).extracting(paid -> paid.path("status").asString())
                .containsExactly("failed", "canceled");
        spent("retry1");
        assertThat(estimate("retry1", "{}", 200)).contains("\"affordable\":false", "\"opensAt\"");
        refused("retry1", again, 429, "spend-cap");
        assertThat(sandbox.trainings("userretry1")).hasSize(2);
    }

    @Test
    void estimatesWhatATrainingWouldTake() {
        assertThat(estimate("estimate1", "{}", 200)).contains("\"steps\":1200", "\"affordable\":true",
                "\"duration\":{\"low\":", "\"cost\":{\"low\":").doesNotContain("leftTodayMicros");
        assertThat(estimate("estimate1", "{\"steps\":1500,\"loraRank\":16}", 200)).contains("\"steps\":1500",
                "\"loraRank\":16");
        assertThat(estimate("estimate1", "{\"steps\":9000}", 400)).contains("urn:problem:training:bad-recipe",
                "1000 to 1500");
    }

    @Test
    void cancelsAtTheProviderToo() {
        sandbox.behave(Map.of("trainingDuration", "PT60S"));
        String id = requested("cancel1");
        var _ = probe().await(TrainingStarted.class, "cancel1");
        cancel("cancel1", id, 202);
        assertThat(probe().await(TrainingFailed.class, "cancel1").getReason())
                .isEqualTo(TrainingFailureReason.CANCELED);
        assertThat(sandbox.trainings("usercancel1").getFirst().path("status").asString()).isEqualTo("canceled");
        cancel("cancel1", id, 202);
        training.client("cancel1")
                .get()
                .uri("/v1/trainings/{id}", id)
                .exchange()
                .expectBody()
                .jsonPath("$.failure.code")
                .isEqualTo("CANCELED");

        // It has ended, so the person may have another one.
        sandbox.behave(Map.of());
        TrainingRequested again = TrainingRequested.newBuilder(Requests.request(training.store(),
                Requests.person("cancel1")))
                .setSpace(probe().await(TrainingFailed.class, "cancel1").getSpace())
                .build();
        publish(again);
        assertThat(probe().await(TrainingCompleted.class, "cancel1").getTrainingId()).isEqualTo(again.getTrainingId());
    }

    @Test
    void cancelsBeforeTheProviderKnowsOfIt() {
        sandbox.fault("getModel", "error500", 50);
        String id = requested("cancel2");
        await().atMost(PATIENCE).until(() -> status("cancel2", id, 200));
        assertThat(view("cancel2", id)).contains("\"basis\":");
        pastTrainings();
        await().atMost(PATIENCE).until(() -> view("cancel2", id).contains("\"basis\":\"past\""));
        cancel("cancel2", id, 202);
        assertThat(probe().await(TrainingFailed.class, "cancel2").getReason())
                .isEqualTo(TrainingFailureReason.CANCELED);
        assertThat(sandbox.trainings("usercancel2")).isEmpty();
    }

    @Test
    void doesNotCancelWhatHasSucceeded() {
        String id = completed("cancel3");
        training.client("cancel3")
                .post()
                .uri("/v1/trainings/{id}/cancel", id)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:training:already-ended");
        refused("cancel3", id, 409, "has-a-model");
    }

    @Test
    void refusesForgedWebhooksAndTakesSignedOnesOnce() {
        String body = "{\"id\":\"nobody-knows-it\",\"status\":\"succeeded\"}";
        String id = "msg_" + UUID.randomUUID();
        String now = Long.toString(System.currentTimeMillis() / 1000);
        assertThat(webhook(id, now, "v1,Zm9yZ2Vk", body)).isEqualTo(401);
        assertThat(webhook("", now, "", body)).isEqualTo(401);
        String signature = sign(id, now, body);
        assertThat(webhook(id, now, signature, body)).isEqualTo(200);
        assertThat(webhook(id, now, signature, body)).isEqualTo(200);
        assertThat(webhook(id, now, signature, "{}")).isEqualTo(401);
        assertThat(webhook("msg_2" + id, now, sign("msg_2" + id, now, "no json"), "no json")).isEqualTo(200);
    }

    private int webhook(String id, String timestamp, String signature, String body) {
        HttpStatusCode status = training.anonymous()
                .post()
                .uri("/webhooks/replicate")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(String.class)
                .getStatus();
        return status.value();
    }

    private static String sign(String id, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(RunningSandbox.WEBHOOK_SECRET.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String requested(String userId) {
        TrainingRequested request = Requests.request(training.store(), Requests.person(userId));
        publish(request);
        return request.getTrainingId();
    }

    private static String completed(String userId) {
        String id = requested(userId);
        assertThat(probe().await(TrainingCompleted.class, userId).getTrainingId()).isEqualTo(id);
        return id;
    }

    private static String view(String userId, String id) {
        return Objects.requireNonNull(training.client(userId)
                .get()
                .uri("/v1/trainings/{id}", id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String retried(String userId, String id) {
        var result = training.client(userId)
                .post()
                .uri("/v1/trainings/{id}/retry", id)
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult();
        String location = Objects.requireNonNull(result.getResponseHeaders().getLocation()).toString();
        String another = location.substring(location.lastIndexOf('/') + 1);
        assertThat(result.getResponseBody()).contains(another);
        return another;
    }

    private static String estimate(String userId, String body, int status) {
        return Objects.requireNonNull(training.client(userId)
                .post()
                .uri("/v1/trainings/estimate")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** All but a dollar of what the person may spend today. */
    private static void spent(String userId) {
        training.database()
                .sql("""
                        INSERT INTO spend_entry (training_id, attempt, user_id, epoch, day, kind, micros)
                        VALUES (gen_random_uuid(), 1, :userId, 1, (now() AT TIME ZONE 'UTC')::date, 'RESERVE', 20000000)
                        """)
                .bind("userId", userId)
                .then()
                .block();
    }

    private static void refused(String userId, String id, int status, String slug) {
        training.client(userId)
                .post()
                .uri("/v1/trainings/{id}/retry", id)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:training:" + slug);
    }

    /** Enough of them to learn from, of a person of their own. */
    private static void pastTrainings() {
        training.database()
                .sql("""
                        INSERT INTO training (training_id, user_id, epoch, space, upload_id, trigger_word, recipe, photos,
                                              photo_count, state, attempt, requested_at, deadline, trained_millis,
                                              ended_at)
                        SELECT gen_random_uuid(), 'past1', n, repeat('a', 32), 'u', 'userpast1', '{"steps": 1200}',
                               '[]', 3, 'SUCCEEDED', 1, now() - interval '25 minutes', now(), 1200000, now()
                        FROM generate_series(1, 5) AS n
                        """)
                .then()
                .block();
    }

    private static String space(String userId) {
        return probe().await(TrainingCompleted.class, userId).getSpace();
    }

    private static boolean status(String userId, String id, int expected) {
        return training.client(userId)
                .get()
                .uri("/v1/trainings/{id}", id)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value() == expected;
    }

    private static void cancel(String userId, String id, int expected) {
        training.client(userId)
                .post()
                .uri("/v1/trainings/{id}/cancel", id)
                .exchange()
                .expectStatus()
                .isEqualTo(expected);
    }

    private static String stream(String userId, String id, String lastEventId) {
        return Objects.requireNonNull(training.client(userId)
                .get()
                .uri("/v1/trainings/{id}/events", id)
                .header("Last-Event-ID", lastEventId)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
