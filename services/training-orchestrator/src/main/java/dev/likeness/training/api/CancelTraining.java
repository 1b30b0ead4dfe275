package dev.likeness.training.api;

import dev.likeness.access.Problems;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.UserId;
import dev.likeness.training.Moves;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class CancelTraining {

    private final Moves moves;
    private final Epochs epochs;
    private final Transactions transactions;

    CancelTraining(Moves moves, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    /**
     * Fails with a 404 problem where the person has no such training, with a 409 where it ended
     * otherwise.
     */
    Mono<Void> handle(UserId userId, TrainingId id) {
        return transactions.run(() -> epochs.current(userId)
                .flatMap(person -> moves.apply(person, id, new Input.Cancel()))
                .defaultIfEmpty(new Training.Unheard(id)))
                .flatMap(CancelTraining::answer);
    }

    private static Mono<Void> answer(Training training) {
        return switch (training) {
            case Training.Unheard unheard -> Mono.error(TrainingController.unknown(unheard.id()));
            case Training.Live _ -> Mono.empty();
            case Training.Ended(_, _, _, Outcome.Canceled _, _, _) -> Mono.empty();
            case Training.Ended _ -> Mono.error(Problems.of(HttpStatus.CONFLICT, "training", "already-ended",
                    "Already ended", "This training has ended, so there is nothing to cancel."));
        };
    }
}
