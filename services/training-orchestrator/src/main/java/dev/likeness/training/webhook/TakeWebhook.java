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

/** Has the training looked at now, once for each webhook. */
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

    Mono<Void> handle(String webhookId, String providerId) {
        return transactions.run(() -> remember(webhookId)
                .flatMap(first -> first ? forget().then(hasten(providerId)) : Mono.<Void>empty()));
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

    private Mono<Void> hasten(String providerId) {
        return database.sql("SELECT training_id, attempt FROM training_attempt WHERE provider_id = :providerId LIMIT 1")
                .bind("providerId", providerId)
                .map(row -> TrainingWork.POLL.key(
                        new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))),
                        Objects.requireNonNull(row.get("attempt", Integer.class))))
                .one()
                .flatMap(key -> work.hasten(TrainingWork.POLL.kind(), key));
    }
}
