package dev.likeness.training;

import static dev.likeness.training.RunningTraining.probe;
import static dev.likeness.training.RunningTraining.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingRequested;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Retry;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingFixtures;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.Wish;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What trainings cost, and trying them again. */
class TrainingMoneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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

    @Test
    void triesAgainOnceForAWishThatArrivesTwiceAndAccountsForBoth() {
        sandbox.behave(Map.of());
        sandbox.fault("createTraining", "error402", 1);
        Person person = Requests.person("again1");
        TrainingRequested request = Requests.request(training.store(), person);
        publish(request);
        var _ = probe().await(TrainingFailed.class, "again1");
        var old = TrainingId.of(request.getTrainingId());

        assertThat(retry(person, old)).isInstanceOfSatisfying(Retried.Taken.class,
                taken -> assertThat(taken.training().id()).isEqualTo(old.retry(1)));
        assertThat(retry(person, old)).isInstanceOfSatisfying(Retried.Taken.class,
                taken -> assertThat(taken.training().id()).isEqualTo(old.retry(1)));
        TrainingCompleted completed = probe().await(TrainingCompleted.class, "again1");
        assertThat(completed.getTrainingId()).isEqualTo(old.retry(1).toString());
        assertThat(completed.getPhotoCount()).isEqualTo(3);
        assertThat(sandbox.trainings("useragain1")).hasSize(1);
        assertThat(retry(person, old.retry(1))).isEqualTo(new Retried.Refused(Retry.Why.HAS_A_MODEL));
        assertThat(retry(person, new TrainingId(UUID.randomUUID()))).isEqualTo(new Retried.Refused(Retry.Why.UNKNOWN));

        assertThat(number("SELECT count(*) FROM spend_attempt WHERE user_id = 'again1'")).isEqualTo(2);
        assertThat(number("SELECT count(*) FROM spend_attempt WHERE user_id = 'again1' AND held <> 0")).isZero();
        assertThat(number("SELECT sum(consumed) FROM spend_attempt WHERE user_id = 'again1'"))
                .isEqualTo(completed.getCostMicros());
        assertThat(training.bean(MeterRegistry.class).counter("training.spend", "entry", "consume").count())
                .isGreaterThanOrEqualTo(completed.getCostMicros());
    }

    @Test
    void startsNothingForAPersonWhoHasNothingLeftToday() {
        Person person = Requests.person("spent1");
        assertThat(ended(ask(person))).isFalse();
        await().atMost(PATIENCE).until(() -> !probe().events(TrainingFailed.class, "spent1").isEmpty());
        execute("""
                INSERT INTO spend_entry (training_id, attempt, user_id, epoch, day, kind, micros)
                VALUES (gen_random_uuid(), 1, 'spent1', 1, (now() AT TIME ZONE 'UTC')::date, 'RESERVE', 20000000)
                """);
        assertThat(ended(ask(person))).isTrue();
        assertThat(number("SELECT count(*) FROM work WHERE user_id = 'spent1' AND kind = 'training-package'"))
                .isEqualTo(1);
    }

    @Test
    void letsOnlyOneOfManyHaveTheLastOfTheDay() {
        Person first = Requests.person("race0");
        assertThat(ended(ask(first))).isFalse();
        long reserve = number("SELECT max(reserve_micros) FROM training WHERE user_id = 'race0'");
        await().atMost(PATIENCE).until(() -> !probe().events(TrainingFailed.class, "race0").isEmpty());
        long before = number("SELECT reserved + overrun - released FROM spend_day ORDER BY day DESC LIMIT 1");
        long fill = 500_000_000 - before - reserve - reserve / 2;
        execute("UPDATE spend_day SET reserved = reserved + " + fill + " WHERE day = (SELECT max(day) FROM spend_day)");
        List<Training> asked = Flux.range(1, 6)
                .flatMap(i -> ask(Requests.person("race" + i)))
                .collectList()
                .blockOptional()
                .orElseThrow();
        execute("UPDATE spend_day SET reserved = reserved - " + fill + " WHERE day = (SELECT max(day) FROM spend_day)");
        assertThat(asked).hasSize(6);
        assertThat(asked.stream().filter(TrainingMoneyTests::refused)).hasSize(5);
    }

    @Test
    void keepsWhatWasWrittenAboutMoney() {
        assertThat(ended(ask(Requests.person("kept1")))).isFalse();
        await().atMost(PATIENCE).until(() -> !probe().events(TrainingFailed.class, "kept1").isEmpty());
        assertThat(failure("UPDATE spend_entry SET micros = 1 WHERE user_id = 'kept1'")).contains("stays");
        assertThat(failure("DELETE FROM spend_entry WHERE user_id = 'kept1'")).contains("stays");
        assertThat(number("SELECT count(*) FROM spend_entry WHERE user_id = 'kept1'")).isEqualTo(2);
        assertThat(number("""
                SELECT count(*) FROM spend_day d JOIN (
                    SELECT day, sum(consumed) AS consumed FROM spend_attempt GROUP BY day) a ON a.day = d.day
                WHERE d.consumed <> COALESCE(a.consumed, 0)
                """)).isZero();
    }

    private Retried retry(Person person, TrainingId id) {
        return training.bean(Transactions.class)
                .run(() -> training.bean(Moves.class).retry(person, id))
                .blockOptional()
                .orElseThrow();
    }

    /** For a training of photos that are not there, so that it fails before anything is paid. */
    private Mono<Training> ask(Person person) {
        var wish = new Wish(new TrainingId(UUID.randomUUID()), person, "user" + person.userId().value(),
                TrainingFixtures.recipe(), 1);
        var source = new Source("upload", List.of(new TrainingPhoto(person.space() + "/missing", "")));
        return training.bean(Transactions.class)
                .run(() -> training.bean(Epochs.class)
                        .admit(person)
                        .then(training.bean(Moves.class).request(wish, source)));
    }

    private static boolean ended(Mono<Training> asked) {
        return refused(asked.blockOptional().orElseThrow());
    }

    private static boolean refused(Training asked) {
        return asked instanceof Training.Ended ended
                && ended.outcome().equals(new Outcome.Failed(FailureReason.SPEND_CAP));
    }

    private static void execute(String sql) {
        training.database().sql(sql).then().block();
    }

    private static String failure(String sql) {
        return training.database()
                .sql(sql)
                .then()
                .thenReturn("nothing failed")
                .onErrorResume(refused -> Mono.just(String.valueOf(refused.getCause())))
                .blockOptional()
                .orElseThrow();
    }

    private static long number(String sql) {
        return training.database()
                .sql("SELECT (" + sql + ")::bigint AS n")
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
