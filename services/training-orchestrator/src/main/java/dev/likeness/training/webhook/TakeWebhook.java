package dev.likeness.training.webhook;

import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.run.TrainingId;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has the training looked at now, once for each webhook; one that is not known to be accepted is
 * searched for.
 */
@Component
class TakeWebhook {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Work work;
    private final WebhookProperties properties;

    TakeWebhook(DatabaseClient database, Transactions transactions, Work work, WebhookProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.work = work;
        this.properties = properties;
    }

    Mono<Void> handle(String webhookId, Hint hint) {
        return transactions.run(() -> remember(webhookId)
                .flatMap(first -> first ? forget().then(hasten(hint)) : Mono.<Void>empty()));
    }

    private Mono<Boolean> remember(String webhookId) {
        return database.sql("INSERT INTO webhook_taken (webhook_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .bind("id", webhookId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> forget() {
        return database.sql("""
                DELETE FROM webhook_taken WHERE webhook_id IN
                    (SELECT webhook_id FROM webhook_taken
                     WHERE received_at < clock_timestamp() - make_interval(secs => :seconds) LIMIT 100)
                """).bind("seconds", (double) properties.remember().toSeconds()).then();
    }

    private Mono<Void> hasten(Hint hint) {
        return find("SELECT training_id, attempt FROM training_attempt WHERE provider_id = :value LIMIT 1",
                hint.providerId())
                .flatMap(key -> work.hasten(TrainingWork.POLL.kind(), key).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> find("""
                        SELECT a.training_id, a.attempt FROM training_zip z
                        JOIN training_attempt a ON a.training_id = z.training_id AND a.zip = z.name
                        WHERE z.name = :value LIMIT 1
                        """, hint.zip())
                        .flatMap(key -> work.hasten(TrainingWork.SETTLE.kind(), key).thenReturn(true))))
                .then();
    }

    /** The key of work about the attempt; all kinds have the same. */
    private Mono<String> find(String sql, String value) {
        return value.isEmpty()
                ? Mono.empty()
                : database.sql(sql)
                        .bind("value", value)
                        .map(row -> TrainingWork.POLL.key(
                                new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))),
                                Objects.requireNonNull(row.get("attempt", Integer.class))))
                        .one();
    }
}
