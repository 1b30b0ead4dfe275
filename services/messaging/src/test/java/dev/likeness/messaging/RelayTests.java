package dev.likeness.messaging;

import static dev.likeness.messaging.Notes.uploaded;
import static dev.likeness.messaging.NotesInstance.anyPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.ImagesValidated;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.person.Person;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Two instances of one service on one database and broker. */
class RelayTests {

    private static EventProbe probe;
    private static NotesInstance one;
    private static NotesInstance other;

    @BeforeAll
    static void start() {
        probe = NotesInstance.probe();
        one = NotesInstance.start("relay");
        other = NotesInstance.start("relay");
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
        probe.close();
    }

    @Test
    void handleEachEventOnceAndInOrder() {
        List<Person> people = IntStream.range(0, 12).mapToObj(i -> anyPerson()).toList();
        for (int set = 0; set < 10; set++) {
            for (Person person : people) {
                var _ = probe.publish(uploaded(person, "set-" + set));
            }
        }

        List<String> sets = IntStream.range(0, 10).mapToObj(set -> "set-" + set).toList();
        for (Person person : people) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> probe.events(ImagesValidated.class, person.userId().value()).size() >= 10);
            assertThat(one.notes(person)).containsExactlyElementsOf(sets);
            assertThat(probe.events(ImagesValidated.class, person.userId().value()))
                    .extracting(ImagesValidated::getUploadId)
                    .containsExactlyElementsOf(sets);
        }
    }

    @Test
    void takeOverWithinTenSecondsOfALeaseThatNobodyRenews() {
        Person person = anyPerson();
        // As a relay that was killed leaves it: the lease is held by nobody alive.
        var _ = sql("UPDATE lease SET holder = '" + UUID.randomUUID() + "', until = clock_timestamp() + interval '6s'");
        append(one, person, "while nobody relays");

        await().atMost(Duration.ofSeconds(10))
                .until(() -> !probe.events(ImagesValidated.class, person.userId().value()).isEmpty());
    }

    @Test
    void moveWhatIsPublishedIntoTheArchive() {
        Person person = anyPerson();
        append(one, person, "archived");

        var _ = probe.await(ImagesValidated.class, person.userId().value());
        await().until(() -> count("SELECT count(*) FROM outbox WHERE user_id = '" + person.userId() + "'") == 0);
        assertThat(count("SELECT count(*) FROM outbox_archive WHERE user_id = '" + person.userId() + "'")).isOne();
    }

    @Test
    void forgetWhatNobodyCanDeliverAgain() {
        try (NotesInstance before = NotesInstance.start("relay-tidy")) {
            var _ = before.bean(DatabaseClient.class).sql("""
                    INSERT INTO inbox (consumer, event_id, received_at)
                    VALUES ('old', gen_random_uuid(), now() - interval '40 days'),
                           ('recent', gen_random_uuid(), now() - interval '30 days')
                    """).fetch().rowsUpdated().block();
        }

        // A relay tidies when it begins.
        try (NotesInstance after = NotesInstance.start("relay-tidy")) {
            await().until(() -> count(after, "SELECT count(*) FROM inbox WHERE consumer = 'old'") == 0);
            assertThat(count(after, "SELECT count(*) FROM inbox WHERE consumer = 'recent'")).isOne();
        }
    }

    @Test
    void publishNothingOfATransactionThatFailed() {
        Person person = anyPerson();
        Mono<Void> failing = one.bean(Transactions.class)
                .run(() -> one.bean(Outbox.class)
                        .append(event(person, "rolled back"))
                        .then(Mono.error(new IllegalStateException("no"))));
        assertThat(failing.onErrorResume(failure -> Mono.empty()).blockOptional()).isEmpty();
        append(one, person, "committed");

        var _ = probe.await(ImagesValidated.class, person.userId().value());
        assertThat(probe.events(ImagesValidated.class, person.userId().value()))
                .extracting(ImagesValidated::getUploadId)
                .containsExactly("committed");
    }

    @Test
    void parkWhatTheBrokerRefusesAndGoOn() {
        Person person = anyPerson();
        append(one, person, "x".repeat(3_000_000));
        append(one, person, "behind");

        await().until(() -> !probe.events(ImagesValidated.class, person.userId().value()).isEmpty());
        assertThat(count("SELECT count(*) FROM outbox WHERE parked_cause IS NOT NULL AND user_id = '"
                + person.userId() + "'")).isOne();
    }

    @Test
    void parkWhatCannotBeReadAndGoOn() {
        Person person = anyPerson();
        // Avro's single-object header with the fingerprint of a schema that nobody has released.
        var _ = sql("INSERT INTO outbox (event_id, topic, user_id, epoch, payload, traceparent, may_spend) VALUES ("
                + "gen_random_uuid(), 'images-validated', '" + person.userId() + "', 1, '\\xc301000102030405060702', '"
                + TraceParent.fresh() + "', false)");
        append(one, person, "behind");

        await().until(() -> !probe.events(ImagesValidated.class, person.userId().value()).isEmpty());
        assertThat(count("SELECT count(*) FROM outbox WHERE parked_cause LIKE '%MissingSchema%' AND user_id = '"
                + person.userId() + "'")).isOne();
    }

    @Test
    void finishATransactionWhoseCallerHangsUp() {
        Person person = anyPerson();
        var subscription = one.bean(Transactions.class)
                .run(() -> Mono.delay(Duration.ofMillis(200))
                        .then(one.bean(Outbox.class).append(event(person, "kept"))))
                .subscribe();
        subscription.dispose();

        assertThat(probe.await(ImagesValidated.class, person.userId().value()).getUploadId()).isEqualTo("kept");
    }

    private static void append(NotesInstance instance, Person person, String uploadId) {
        var _ = instance.bean(Transactions.class)
                .run(() -> instance.bean(Outbox.class).append(event(person, uploadId)).thenReturn(true))
                .block();
    }

    private static ImagesValidated event(Person person, String uploadId) {
        return ImagesValidated.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(uploadId)
                .build();
    }

    private static long sql(String statement) {
        return one.bean(DatabaseClient.class).sql(statement).fetch().rowsUpdated().blockOptional().orElse(0L);
    }

    private static long count(String query) {
        return count(one, query);
    }

    private static long count(NotesInstance instance, String query) {
        return instance.bean(DatabaseClient.class)
                .sql(query)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElse(-1L);
    }
}
