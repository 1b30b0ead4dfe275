package dev.likeness.messaging;

import static dev.likeness.messaging.NotesInstance.anyPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.messaging.Notes.SlowWork;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Slow work under leases, with a lease of two seconds. */
class WorkTests {

    private static NotesInstance service;

    @BeforeAll
    static void start() {
        NotesInstance.probe().close();
        service = NotesInstance.start("work");
    }

    @AfterEach
    void open() {
        service.bean(SlowWork.class).gate = Mono.empty();
        service.bean(SlowWork.class).failures.set(0);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void isDoneOnceHoweverOftenItIsQueued() {
        Person person = anyPerson();
        enqueue(person, "once", Duration.ZERO);
        enqueue(person, "once", Duration.ZERO);
        await().until(() -> service.notes(person).contains("did " + key(person, "once")));
        enqueue(person, "once", Duration.ZERO);
        enqueue(person, "next", Duration.ZERO);

        await().until(() -> service.notes(person).contains("did " + key(person, "next")));
        assertThat(service.notes(person)).containsExactly("did " + key(person, "once"), "did " + key(person, "next"));
    }

    @Test
    void isTriedAgainAfterAFailure() {
        Person person = anyPerson();
        service.bean(SlowWork.class).failures.set(1);
        enqueue(person, "again", Duration.ZERO);

        await().until(() -> service.notes(person).contains("did " + key(person, "again")));
    }

    @Test
    void endsWithAReasonWhenItNeverWorks() {
        Person person = anyPerson();
        service.bean(SlowWork.class).failures.set(Integer.MAX_VALUE);
        enqueue(person, "never", Duration.ZERO);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.notes(person).contains("gave up " + key(person, "never")));
    }

    @Test
    void isHastened() {
        Person person = anyPerson();
        enqueue(person, "later", Duration.ofHours(1));
        var _ = service.bean(Transactions.class)
                .run(() -> service.bean(Work.class).hasten(SlowWork.KIND, key(person, "later")).thenReturn(true))
                .block();

        await().until(() -> service.notes(person).contains("did " + key(person, "later")));
    }

    @Test
    void isDoneInTurnsSoThatNobodysCrowdHoldsUpAnother() {
        Person crowd = anyPerson();
        Person single = anyPerson();
        Sinks.Empty<Void> gate = Sinks.empty();
        SlowWork slow = service.bean(SlowWork.class);
        slow.gate = gate.asMono();
        for (int i = 0; i < 6; i++) {
            enqueue(crowd, "crowd" + i, Duration.ZERO);
        }
        await().until(() -> slow.started.stream().filter(key -> key.endsWith("-" + crowd.userId())).count() == 2);
        enqueue(single, "single", Duration.ZERO);

        var _ = gate.tryEmitEmpty();
        await().until(() -> service.notes(crowd).size() == 6 && service.notes(single).size() == 1);
        List<String> order = slow.started.stream()
                .filter(key -> key.endsWith("-" + crowd.userId()) || key.endsWith("-" + single.userId()))
                .toList();
        assertThat(order.indexOf(key(single, "single"))).as(order.toString()).isBetween(2, 3);
    }

    @Test
    void keepsItsLeaseWhileItGoesOn() {
        Person person = anyPerson();
        Sinks.Empty<Void> gate = Sinks.empty();
        service.bean(SlowWork.class).gate = gate.asMono();
        enqueue(person, "long", Duration.ZERO);

        String key = key(person, "long");
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(8))
                .until(() -> service.bean(SlowWork.class).started.stream().filter(key::equals).count() == 1);
        var _ = gate.tryEmitEmpty();
        await().until(() -> service.notes(person).contains("did " + key));
    }

    @Test
    void writesNothingOnceAnotherWorkerHasIt() {
        Person person = anyPerson();
        Sinks.Empty<Void> gate = Sinks.empty();
        service.bean(SlowWork.class).gate = gate.asMono();
        String key = key(person, "taken");
        enqueue(person, "taken", Duration.ZERO);
        await().until(() -> service.bean(SlowWork.class).started.contains(key));

        // As if another instance had claimed it after this one had stood still for longer than its lease.
        sql("UPDATE work SET fence = fence + 1, leased_until = clock_timestamp() + interval '3s' WHERE key = '" + key
                + "'");
        var _ = gate.tryEmitEmpty();
        service.bean(SlowWork.class).gate = Mono.empty();

        await().during(Duration.ofSeconds(2)).until(() -> service.notes(person).isEmpty());
        await().atMost(Duration.ofSeconds(15)).until(() -> service.notes(person).contains("did " + key));
        assertThat(service.notes(person)).containsExactly("did " + key);
    }

    @Test
    void isDroppedWhenItsEpochIsOver() {
        Person person = anyPerson();
        Sinks.Empty<Void> gate = Sinks.empty();
        service.bean(SlowWork.class).gate = gate.asMono();
        String key = key(person, "over");
        enqueue(person, "over", Duration.ZERO);
        await().until(() -> service.bean(SlowWork.class).started.contains(key));

        Person later = new Person(person.userId(), person.epoch().next(), Space.random(new SecureRandom()));
        var _ = service.bean(Transactions.class).run(() -> service.bean(Epochs.class).admit(later)).block();
        var _ = gate.tryEmitEmpty();

        await().until(
                () -> sqlCount("SELECT count(*) FROM work WHERE done_at IS NOT NULL AND key = '" + key + "'") == 1);
        assertThat(service.notes(person)).isEmpty();
    }

    private static String key(Person person, String name) {
        return name + "-" + person.userId();
    }

    private static void enqueue(Person person, String name, Duration delay) {
        var _ = service.bean(Transactions.class)
                .run(() -> service.bean(Epochs.class)
                        .admit(person)
                        .then(service.bean(Work.class)
                                .enqueue(new Work.Item(SlowWork.KIND, key(person, name), person,
                                        UUID.randomUUID().toString(),
                                        delay)))
                        .thenReturn(true))
                .block();
    }

    private static void sql(String statement) {
        var _ = service.bean(DatabaseClient.class).sql(statement).fetch().rowsUpdated().block();
    }

    private static long sqlCount(String query) {
        return service.bean(DatabaseClient.class)
                .sql(query)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElse(-1L);
    }
}
