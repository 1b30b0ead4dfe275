package dev.likeness.generation.models;

import dev.likeness.access.Caller;
import dev.likeness.access.Problems;
import dev.likeness.generation.Models;
import dev.likeness.generation.likeness.Standing;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The person's answer to "is this you?"; it may be changed, and the last one holds. */
@RestController
class VerdictController {

    private final R2dbcModels stored;
    private final Models models;
    private final Epochs epochs;
    private final Transactions transactions;

    VerdictController(R2dbcModels stored, Models models, Epochs epochs, Transactions transactions) {
        this.stored = stored;
        this.models = models;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    record Answer(Standing.@Nullable Verdict verdict) {}

    @PostMapping("/v1/models/{trainingId}/verdict")
    Mono<ModelView> verdict(Caller caller, @PathVariable String trainingId, @RequestBody Answer answer) {
        Standing.Verdict verdict = answer.verdict();
        if (verdict == null) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "generation", "no-verdict", "No verdict",
                    "Send {\"verdict\":\"ME\"} if the portraits of this model are you, or {\"verdict\":\"NOT_ME\"}.");
        }
        return transactions.run(() -> tell(caller.userId(), trainingId, verdict))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("generation", "unknown-model", "No such model",
                        "You have no model of this training. The list at /v1/models shows those you have.")));
    }

    private Mono<ModelView> tell(UserId userId, String trainingId, Standing.Verdict verdict) {
        return epochs.current(userId)
                .flatMap(person -> stored.told(person, trainingId, verdict)
                        .flatMap(model -> models.current(person)
                                .map(current -> current.trainingId().equals(trainingId))
                                .defaultIfEmpty(false)
                                .map(current -> ModelView.of(model, current))));
    }
}
