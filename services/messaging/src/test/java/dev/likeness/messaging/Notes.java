package dev.likeness.messaging;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.ImagesValidated;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A small service: notes every set uploaded, tells of it, and does slow work on it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(MessagingConfiguration.class)
class Notes {

    static final String FAILING = "failing";

    private final DatabaseClient database;

    Notes(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> note(Person person, String about) {
        return database.sql("INSERT INTO note (user_id, epoch, about) VALUES (:userId, :epoch, :about)")
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("about", about)
                .then();
    }

    List<String> of(UserId userId) {
        return database.sql("SELECT about FROM note WHERE user_id = :userId ORDER BY id")
                .bind("userId", userId.value())
                .map(row -> String.valueOf(row.get("about", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElse(List.of());
    }

    @Bean
    EventHandler<ImagesUploaded> imagesUploaded(Outbox outbox) {
        return new EventHandler<>() {

            @Override
            public Class<ImagesUploaded> event() {
                return ImagesUploaded.class;
            }

            @Override
            public Mono<Void> handle(ImagesUploaded event, Delivery delivery) {
                Mono<Void> noted = note(delivery.person(), event.getUploadId())
                        .then(outbox.append(delivery.derivedId("validated"), validated(event)));
                // After the write, so that it shows whether the write is rolled back.
                return event.getUploadId().startsWith(FAILING)
                        ? noted.then(Mono.error(new IllegalStateException("no")))
                        : noted;
            }
        };
    }

    @Bean
    Holdings holdings() {
        return (UserId userId, Epoch current, Space old) -> database
                .sql("DELETE FROM note WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> Map.of("notes", rows));
    }

    @Bean
    SlowWork slowWork() {
        return new SlowWork(this);
    }

    static ImagesUploaded uploaded(Person person, String uploadId) {
        return ImagesUploaded.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setUploadId(uploadId)
                .build();
    }

    private static ImagesValidated validated(ImagesUploaded event) {
        return ImagesValidated.newBuilder()
                .setUserId(event.getUserId())
                .setEpoch(event.getEpoch())
                .setSpace(event.getSpace())
                .setUploadId(event.getUploadId())
                .build();
    }

    /** Work that a test can hold back, let fail, and watch. */
    static class SlowWork implements WorkHandler {

        static final String KIND = "slow";
        final Queue<String> started = new ConcurrentLinkedQueue<>();
        final AtomicInteger failures = new AtomicInteger();
        volatile Mono<Void> gate = Mono.empty();
        private final Notes notes;

        SlowWork(Notes notes) {
            this.notes = notes;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int maxAttempts() {
            return 3;
        }

        @Override
        public boolean takesTurns() {
            return true;
        }

        @Override
        public Mono<Next> run(Job job, Lease lease) {
            started.add(job.key());
            if (failures.getAndDecrement() > 0) {
                return Mono.error(new IllegalStateException("Not yet"));
            }
            return gate.then(lease.commit(() -> notes.note(job.person(), "did " + job.key())))
                    .then(WorkHandler.done());
        }

        @Override
        public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
            return lease.commit(() -> notes.note(job.person(), "gave up " + job.key()));
        }
    }
}
