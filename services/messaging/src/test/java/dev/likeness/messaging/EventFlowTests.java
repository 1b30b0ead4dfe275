package dev.likeness.messaging;

import static dev.likeness.messaging.Notes.uploaded;
import static dev.likeness.messaging.NotesInstance.anyPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PurgeReported;
import dev.likeness.events.UserReset;
import dev.likeness.messaging.Causation.Replay;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Events in and out of one service, on a real broker, database and registry. */
class EventFlowTests {

    private static EventProbe probe;
    private static NotesInstance service;

    @BeforeAll
    static void start() {
        probe = NotesInstance.probe();
        service = NotesInstance.start("flow");
    }

    @AfterAll
    static void stop() {
        service.close();
        probe.close();
    }

    @Test
    void letsAnEventTakeEffectOnceHoweverOftenItIsDelivered() {
        Person person = anyPerson();
        UUID eventId = NotesInstance.anyId();
        for (int delivery = 0; delivery < 5; delivery++) {
            var _ = probe.publish(eventId, uploaded(person, "set-1"));
        }
        var _ = probe.publish(uploaded(person, "set-2"));

        await().until(() -> service.notes(person).contains("set-2"));
        assertThat(service.notes(person)).containsExactly("set-1", "set-2");
        await().until(() -> probe.events(ImagesValidated.class, person.userId().value()).size() == 2);
    }

    @Test
    void keepsTheOrderOfOnePerson() {
        Person person = anyPerson();
        List<String> sets = IntStream.range(0, 60).mapToObj(i -> "set-" + i).toList();
        sets.forEach(set -> {
            var _ = probe.publish(uploaded(person, set));
        });

        await().until(() -> probe.events(ImagesValidated.class, person.userId().value()).size() == sets.size());
        assertThat(probe.events(ImagesValidated.class, person.userId().value()))
                .extracting(ImagesValidated::getUploadId)
                .containsExactlyElementsOf(sets);
    }

    @Test
    void writesTheConfluentWireFormatAndCloudEventsHeaders() {
        Person person = anyPerson();
        UUID eventId = probe.publish(uploaded(person, "set"));

        var _ = probe.await(ImagesValidated.class, person.userId().value());
        ConsumerRecord<String, byte[]> record = probe.records(Topic.IMAGES_VALIDATED)
                .stream()
                .filter(one -> one.key().equals(person.userId().value()))
                .findFirst()
                .orElseThrow();
        assertThat(record.value()[0]).isZero();
        assertThat(ByteBuffer.wrap(record.value(), 1, 4).getInt()).isPositive();
        assertThat(header(record, "ce_id")).isEqualTo(DerivedId.of(eventId, "validated").toString());
        assertThat(header(record, "ce_type")).isEqualTo("dev.likeness.events.ImagesValidated");
        assertThat(header(record, "ce_source")).isEqualTo("/likeness/flow");
        assertThat(header(record, "ce_subject")).isEqualTo(person.userId().value());
        assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void staysInTheTraceOfItsCause() {
        Person person = anyPerson();
        Causation cause = Causation.fresh();
        var _ = probe.publish(NotesInstance.anyId(), uploaded(person, "set"), cause);

        var _ = probe.await(ImagesValidated.class, person.userId().value());
        ConsumerRecord<String, byte[]> record = probe.records(Topic.IMAGES_VALIDATED)
                .stream()
                .filter(one -> one.key().equals(person.userId().value()))
                .findFirst()
                .orElseThrow();
        assertThat(header(record, "traceparent")).contains(cause.trace().traceId());
    }

    @Test
    void putsWhatCanNeverBeReadAsideAndGoesOn() {
        Person person = anyPerson();
        for (byte[] bytes : List.of(new byte[0], "no avro".getBytes(StandardCharsets.UTF_8), new byte[]{0, 0, 0},
                new byte[]{0, 0x7f, 1, 2, 3, 4})) {
            ProducerRecord<String, byte[]> poison = new ProducerRecord<>("images-uploaded", null,
                    person.userId().value(), bytes);
            poison.headers().add("ce_id", NotesInstance.anyId().toString().getBytes(StandardCharsets.UTF_8));
            probe.publishRaw(poison);
        }
        probe.publishRaw(new ProducerRecord<>("images-uploaded", person.userId().value(), null));
        var _ = probe.publish(uploaded(person, "behind"));

        await().until(() -> service.notes(person).contains("behind"));
        assertThat(deadLetters(person)).hasSize(5).allMatch(kind -> kind.equals("UNREADABLE"));
    }

    @Test
    void putsAsideWhatNoTextOfTheDatabaseCanHold() {
        Person person = anyPerson();
        byte[] nul = "\0".getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> poison = new ProducerRecord<>("images-uploaded", null, person.userId().value(),
                new byte[]{1});
        poison.headers().add("ce_id", nul).add("twice", nul).add("twice", null).add("na\0me", new byte[]{-1});
        probe.publishRaw(poison);
        var _ = probe.publish(uploaded(person, "behind"));

        await().until(() -> service.notes(person).contains("behind"));
        assertThat(deadLetters(person)).containsExactly("UNREADABLE");
        assertThat(deadLetter(person, "cause")).contains("\uFFFD");
        assertThat(deadLetter(person, "headers::text")).contains("{\"name\": \"ce_id\", \"valueBase64\": \"AA==\"}",
                "{\"name\": \"twice\", \"valueBase64\": \"AA==\"}", "{\"name\": \"twice\", \"valueBase64\": null}",
                "{\"nameBase64\": \"bmEAbWU=\", \"valueBase64\": \"/w==\"}");
    }

    @Test
    void givesUpWhatKeepsFailingAndUndoesWhatItWrote() {
        Person person = anyPerson();
        var _ = probe.publish(uploaded(person, Notes.FAILING));
        var _ = probe.publish(uploaded(person, "behind"));

        await().until(() -> service.notes(person).contains("behind"));
        assertThat(service.notes(person)).containsExactly("behind");
        assertThat(deadLetters(person)).containsExactly("HANDLER");
    }

    @Test
    void dropsWhatIsOverAndPurgesWhatItHeld() {
        Person person = anyPerson();
        Person later = new Person(person.userId(), person.epoch().next(), Space.random(new SecureRandom()));
        var _ = probe.publish(uploaded(person, "old"));
        await().until(() -> service.notes(person).contains("old"));

        var _ = probe.publish(UserReset.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(later.epoch().value())
                .setSpace(later.space().value())
                .build());
        PurgeReported report = probe.await(PurgeReported.class, person.userId().value());
        var _ = probe.publish(uploaded(person, "late"));
        var _ = probe.publish(uploaded(later, "new"));

        await().until(() -> service.notes(person).contains("new"));
        assertThat(report.getCounts()).containsEntry("notes", 1L);
        assertThat(report.getService()).isEqualTo("flow");
        assertThat(service.notes(person)).containsExactly("new");
    }

    @Test
    void ignoresAReplayMeantForAnother() {
        Person person = anyPerson();
        UUID eventId = NotesInstance.anyId();
        var _ = probe.publish(eventId, uploaded(person, "first"));
        await().until(() -> service.notes(person).contains("first"));

        var _ = probe.publish(eventId, uploaded(person, "other"), replay("other"));
        var _ = probe.publish(eventId, uploaded(person, "again"), replay("flow"));

        await().until(() -> service.notes(person).contains("again"));
        assertThat(service.notes(person)).containsExactly("first", "again");
        List<ConsumerRecord<String, byte[]>> caused = await().until(
                () -> probe.records(Topic.IMAGES_VALIDATED)
                        .stream()
                        .filter(record -> record.key().equals(person.userId().value()))
                        .toList(),
                records -> records.size() == 2);
        assertThat(header(caused.getLast(), "likeness_replay_id")).isEqualTo("replay-flow");
        assertThat(header(caused.getLast(), "likeness_replay_may_spend")).isEqualTo("false");
    }

    private static Causation replay(String target) {
        return new Causation(TraceParent.fresh(), Optional.of(new Replay("replay-" + target, target, false)));
    }

    private static List<String> deadLetters(Person person) {
        return deadLetters(person, "kind");
    }

    private static String deadLetter(Person person, String column) {
        return deadLetters(person, column).getFirst();
    }

    private static List<String> deadLetters(Person person, String column) {
        return service.bean(DatabaseClient.class)
                .sql("SELECT " + column + " FROM dead_letter WHERE record_key = :key")
                .bind("key", person.userId().value().getBytes(StandardCharsets.UTF_8))
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
