package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import dev.likeness.training.provider.ProviderProperties.Sharing;
import dev.likeness.training.provider.StubProvider.Answer;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.TrainingFixtures;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers that the sandbox does not give, word for word. */
class ProviderAnswersTests {

    private static final StubProvider PROVIDER = new StubProvider();
    private static final Person PERSON = TrainingFixtures.person("ada1");
    private static final Answer PRIVATE = new Answer(200, "{\"visibility\":\"private\"}");
    private static final Order ORDER = new Order(TrainingFixtures.recipe(),
            new RecipeInput(Map.of("steps", 1200), List.of()), TriggerWord.of(new UserId("ada1")),
            URI.create("https://s/zips/a/b"), "me/m");
    private final Trainer trainer = TestTrainer.at(PROVIDER.baseUrl());

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void waitsAsLongAsAThrottledReadIsTold() {
        var calls = new AtomicInteger();
        PROVIDER.answers(_ -> calls.incrementAndGet() == 1
                ? new Answer(429, "{\"retry_after\":1}")
                : new Answer(200, "{\"results\":[]}"));
        long start = System.nanoTime();
        assertThat(got(trainer.list(Instant.EPOCH)).complete()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readsThePauseFromBodyHeaderOrSentence() {
        assertThat(pauseOf("{\"retry_after\":90}", Map.of())).contains(Duration.ofSeconds(90));
        assertThat(pauseOf("{}", Map.of("Retry-After", "70"))).contains(Duration.ofSeconds(70));
        assertThat(pauseOf("{\"detail\":\"Request was throttled. Your rate limit resets in ~30s.\"}", Map.of()))
                .contains(Duration.ofSeconds(30));
        assertThat(pauseOf("<html>", Map.of("Retry-After", "soon"))).contains(Duration.ofSeconds(10));
    }

    private Optional<Duration> pauseOf(String body, Map<String, String> headers) {
        PROVIDER.answers(_ -> new Answer(429, body, headers));
        try {
            var _ = trainer.look(PERSON, "x").block();
            return Optional.empty();
        } catch (TrainerUnavailable throttled) {
            return throttled.after();
        }
    }

    @Test
    void tellsRefusalsOfThePaidCallApart() {
        assertThat(submission(402, "{\"title\":\"Insufficient credit\"}"))
                .isEqualTo(new Submission.Refused(FailureReason.PROVIDER_OUT_OF_CREDIT));
        assertThat(submission(422, """
                {"title":"Input validation failed","invalid_fields":[{"type":"number_lte","field":"input.steps",
                 "description":"Must be less"},{"type":"enum","field":"input.x: a secret"}]}"""))
                .isEqualTo(new Submission.Refused(FailureReason.PROVIDER_REFUSED));
        assertThat(submission(422, "{\"title\":\"Invalid version or not permitted\"}"))
                .isEqualTo(new Submission.Refused(FailureReason.TRAINER_CHANGED));
        assertThat(submission(401, "")).isEqualTo(new Submission.Refused(FailureReason.PROVIDER_REFUSED));
        assertThat(submission(404, "{\"detail\":\"The specified training destination does not exist\"}"))
                .isInstanceOf(Submission.NotAccepted.class);
        assertThat(submission(201, "{\"status\":\"starting\"}")).isEqualTo(new Submission.Lost());
        assertThat(submission(200, "<html>signed in</html>")).isEqualTo(new Submission.Lost());
        assertThat(submission(408, "{}")).isEqualTo(new Submission.Lost());
        assertThat(submission(302, "")).isEqualTo(new Submission.Lost());
        assertThat(submission(201, "{\"id\":\"t1\",\"status\":\"queued\",\"new\":{}}"))
                .isEqualTo(new Submission.Accepted("t1"));
    }

    private Submission submission(int status, String body) {
        PROVIDER.answers(_ -> new Answer(status, body));
        Submission submission = got(trainer.submit(ORDER));
        assertThat(PROVIDER.calls()).hasSize(1);
        return submission;
    }

    @Test
    void logsWhichInputsWereRefusedAndNotWhatWasInThem() {
        var reply = new Reply(422, tools.jackson.databind.json.JsonMapper.shared().readTree("""
                {"invalid_fields":[{"type":"number_lte","field":"input.steps","description":"secret"},
                 {"type":"enum","field":"input.x: a secret"},{}]}"""), Optional.empty());
        assertThat(reply.summary()).isEqualTo("422 (input.steps: number_lte, ?: enum, ?: ?)");
    }

    @Test
    void failsAtOnceWhileTheProviderIsDownAndSendsNoPaidCall() {
        PROVIDER.answers(_ -> new Answer(503, ""));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> trainer.look(PERSON, "x").block()).isInstanceOf(TrainerUnavailable.class);
        }
        PROVIDER.answers(call -> new Answer(200, "{\"id\":\"t1\",\"status\":\"starting\",\"call\":\"" + call + "\"}"));
        assertThat(got(trainer.submit(ORDER))).isInstanceOf(Submission.NotAccepted.class);
        assertThatThrownBy(() -> trainer.cancel("x").block()).isInstanceOf(TrainerUnavailable.class);
        assertThat(PROVIDER.calls()).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> got(trainer.look(PERSON, "x")), new Observation.Starting()::equals);
    }

    @Test
    void keepsRoomForACancellationWhateverIsLookedAt() {
        var answered = new CountDownLatch(1);
        PROVIDER.answers(call -> {
            if (call.startsWith("GET")) {
                hold(answered);
            }
            return new Answer(200, "{}");
        });
        Mono<Long> looks = Flux.range(0, 8)
                .flatMap(_ -> trainer.look(PERSON, "x").onErrorComplete(), 8)
                .count()
                .cache();
        var _ = looks.subscribe();
        await().until(() -> PROVIDER.calls().size() == 8);
        assertThatThrownBy(() -> trainer.look(PERSON, "x").block()).isInstanceOf(TrainerUnavailable.class);
        trainer.cancel("x").block();
        assertThat(PROVIDER.calls()).hasSize(9).contains("POST /trainings/x/cancel");
        answered.countDown();
        assertThat(looks.block()).isEqualTo(8);
    }

    private static void hold(CountDownLatch until) {
        try {
            var _ = until.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void namesAllThatOneCallHasBecomeOldestFirst() {
        PROVIDER.answers(_ -> page(List.of("{\"id\":\"second\",\"input\":{\"input_images\":\"https://s/z/a/b?X=2\"}}",
                "{\"id\":\"first\",\"input\":{\"input_images\":\"https://s/z/a/b?X=1\"}}",
                "{\"id\":\"other\",\"input\":{\"input_images\":\"https://s/z/a/bb\"}}"), ""));
        assertThat(got(trainer.list(TrainingFixtures.NOON)).find(new Marker("a/b", Optional.empty())))
                .containsExactly("first", "second");
    }

    @Test
    void refusesADestinationThatIsNotPrivate() {
        PROVIDER.answers(_ -> new Answer(200, "{\"visibility\":\"public\"}"));
        assertThat(refusal(trainer.ensureDestination(PERSON))).isEqualTo(FailureReason.INTERNAL);
        PROVIDER.answers(call -> call.startsWith("GET") ? new Answer(404, "{}") : new Answer(201, "{}"));
        assertThat(refusal(trainer.ensureDestination(PERSON))).isEqualTo(FailureReason.INTERNAL);
        PROVIDER.answers(call -> call.startsWith("GET")
                ? PROVIDER.calls().size() == 1 ? new Answer(404, "{}") : new Answer(200, "{\"visibility\":\"public\"}")
                : new Answer(409, "{\"errors\":[{\"detail\":\"A model with that name and owner already exists.\"}]}"));
        assertThat(refusal(trainer.ensureDestination(PERSON))).isEqualTo(FailureReason.INTERNAL);
    }

    @Test
    void takesADestinationThatSomebodyElseJustMade() {
        PROVIDER.answers(call -> call.startsWith("GET")
                ? PROVIDER.calls().size() == 1 ? new Answer(404, "{}") : PRIVATE
                : new Answer(409, "{\"detail\":\"A model with that name and owner already exists.\"}"));
        assertThat(got(trainer.ensureDestination(PERSON))).isEqualTo("likeness/contract");
    }

    @Test
    void saysThatTheProviderHasNoRoomForAnotherModel() {
        for (int status : List.of(400, 403, 422)) {
            PROVIDER.answers(call -> call.startsWith("GET")
                    ? new Answer(404, "{}")
                    : new Answer(status, "{\"detail\":\"There is a limit of 1,000 models per account.\"}"));
            assertThat(refusal(trainer.ensureDestination(PERSON))).isEqualTo(FailureReason.PROVIDER_FULL);
        }
    }

    @Test
    void givesEachPersonAModelWhoseNameSaysNothingOfThem() {
        Trainer personal = TestTrainer.at(PROVIDER.baseUrl(), Sharing.PER_PERSON, "", Clock.systemUTC());
        PROVIDER.answers(_ -> PRIVATE);
        String destination = got(personal.ensureDestination(PERSON));
        assertThat(destination).matches("likeness/contract-[0-9a-f]{32}")
                .doesNotContain(PERSON.userId().value(), PERSON.space().value());
        for (String own : List.of(destination, "likeness/contract")) {
            PROVIDER.answers(_ -> succeeded(own));
            assertThat(got(personal.look(PERSON, "x"))).isInstanceOf(Observation.Succeeded.class);
        }
    }

    @Test
    void doesNotTakeAVersionOfAnotherDestination() {
        for (String foreign : List.of("likeness/contract-" + "0".repeat(32), "other/contract", "likeness/else")) {
            PROVIDER.answers(_ -> succeeded(foreign));
            assertThat(got(trainer.look(PERSON, "x"))).isEqualTo(new Observation.Failed(FailureReason.PROVIDER_FAILED));
        }
    }

    private static Answer succeeded(String model) {
        return new Answer(200, "{\"status\":\"succeeded\",\"output\":{\"version\":\"" + model + ":" + "a".repeat(64)
                + "\",\"weights\":\"https://w\"},\"metrics\":{\"predict_time\":10}}");
    }

    @Test
    void refusesATrainerThatHasChanged() {
        PROVIDER.answers(_ -> new Answer(404, "{}"));
        assertThat(refusal(trainer.read(TrainingFixtures.recipe()))).isEqualTo(FailureReason.TRAINER_CHANGED);
        PROVIDER.answers(_ -> version("\"steps\":{\"type\":\"integer\",\"minimum\":3,\"maximum\":5000}"));
        assertThat(refusal(trainer.read(TrainingFixtures.recipe()))).isEqualTo(FailureReason.TRAINER_CHANGED);
        String fingerprint = TrainerSchema.read(tools.jackson.databind.json.JsonMapper.shared()
                .readTree(version("\"steps\":{\"type\":\"integer\",\"minimum\":3,\"maximum\":5000}").body()))
                .fingerprint(RecipeInput.NAMES);
        Trainer accepting = TestTrainer.at(PROVIDER.baseUrl(), Sharing.SHARED, fingerprint, Clock.systemUTC());
        assertThat(got(accepting.read(TrainingFixtures.recipe())).sent()).containsEntry("steps", 1200);
    }

    @Test
    void readsTheTrainerAgainAfterAnHour() {
        var now = new AtomicInteger();
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return TrainingFixtures.NOON.plusSeconds(now.get());
            }
        };
        Trainer timed = TestTrainer.at(PROVIDER.baseUrl(), Sharing.SHARED, "", clock);
        PROVIDER.answers(_ -> version("\"steps\":{\"type\":\"integer\",\"minimum\":3,\"maximum\":6000}"));
        var _ = timed.read(TrainingFixtures.recipe()).block();
        now.set(3_599);
        var _ = timed.read(TrainingFixtures.recipe()).block();
        assertThat(PROVIDER.calls()).hasSize(1);
        now.set(3_600);
        PROVIDER.answers(_ -> version("\"steps\":{\"type\":\"string\"}"));
        assertThat(refusal(timed.read(TrainingFixtures.recipe()))).isEqualTo(FailureReason.TRAINER_CHANGED);
    }

    /** What was tried, with other steps. */
    private static Answer version(String steps) {
        return new Answer(200, """
                {"openapi_schema":{"components":{"schemas":{"TrainingInput":{"required":["input_images"],"properties":{
                 "input_images":{"type":"string","format":"uri"},"trigger_word":{"type":"string"},
                 "autocaption":{"type":"boolean"},%s,"learning_rate":{"type":"number"},
                 "batch_size":{"type":"integer"},"resolution":{"type":"string"},
                 "lora_rank":{"type":"integer","minimum":1,"maximum":128},
                 "caption_dropout_rate":{"type":"number","minimum":0,"maximum":1.0},"optimizer":{"type":"string"},
                 "cache_latents_to_disk":{"type":"boolean"},"gradient_checkpointing":{"type":"boolean"},
                 "wandb_run":{"type":"string"}}}}}}}""".formatted(steps));
    }

    @Test
    void doesNotTakeAListForCompleteThatLeadsBackToItself() {
        PROVIDER.answers(call -> page(List.of(entry("a", "2026-01-01T12:00:00Z", true)), "/v1/trainings?cursor=c"));
        Listing listing = got(trainer.list(TrainingFixtures.NOON));
        assertThat(listing.complete()).isFalse();
        assertThat(PROVIDER.calls()).hasSize(2);
    }

    @Test
    void readsOnPastOlderOnesAmongOthers() {
        PROVIDER.answers(call -> switch (call) {
            case "GET /trainings" -> page(List.of(entry("new", "2026-01-01T12:30:00Z", true),
                    entry("old", "2026-01-01T11:00:00Z", false)), "https://elsewhere/v1/trainings?cursor=2");
            case "GET /trainings?cursor=2" -> page(List.of(entry("late", "2026-01-01T12:10:00Z", true)),
                    "https://elsewhere/v1/trainings?cursor=3");
            default ->
                page(List.of(entry("older", "2026-01-01T10:00:00Z", false)), "https://elsewhere/v1/trainings?cursor=4");
        });
        Listing listing = got(trainer.list(TrainingFixtures.NOON));
        assertThat(listing.entries()).extracting(Listing.Entry::providerId).containsExactly("new", "late");
        assertThat(listing.complete()).isTrue();
        assertThat(PROVIDER.calls()).hasSize(3);
    }

    @Test
    void doesNotTakeAListForCompleteThatHidesWhatOneWasTrainedOn() {
        assertThat(complete(entry("a", "2026-01-01T12:00:00Z", true))).isTrue();
        assertThat(complete(entry("a", "2026-01-01T12:00:00Z", false))).isFalse();
        assertThat(complete("{\"id\":\"a\",\"input\":{},\"data_removed\":true}")).isFalse();
        assertThat(complete("{\"input\":{\"input_images\":\"https://s/z/a/b\"}}")).isFalse();
        assertThat(complete("{\"id\":\"a\",\"model\":\"ostris/flux-dev-lora-trainer\",\"input\":{}}")).isFalse();
        assertThat(complete("{\"id\":\"a\",\"model\":\"somebody/video-trainer\",\"input\":{}}")).isTrue();
    }

    private boolean complete(String entry) {
        PROVIDER.answers(_ -> page(List.of(entry), ""));
        return got(trainer.list(TrainingFixtures.NOON)).complete();
    }

    private static String entry(String id, String createdAt, boolean shown) {
        return "{\"id\":\"" + id + "\",\"created_at\":\"" + createdAt + "\",\"status\":\"starting\",\"input\":"
                + (shown ? "{\"input_images\":\"https://s/z/" + id + "\"}" : "null") + "}";
    }

    private static Answer page(List<String> entries, String next) {
        return new Answer(200, "{\"results\":[" + String.join(",", entries) + "],\"next\":"
                + (next.isEmpty() ? "null" : "\"" + next + "\"") + "}");
    }

    private static FailureReason refusal(Mono<?> call) {
        try {
            throw new AssertionError("It was not refused: " + call.block());
        } catch (TrainerRefused refused) {
            return refused.reason();
        }
    }

    private static <T> T got(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
