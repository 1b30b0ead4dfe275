package dev.likeness.gallery.deleting;

import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.UserId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes a portrait, saved or not. */
@Component
public class DeletePortrait {

    private final PortraitMoves moves;
    private final Epochs epochs;
    private final Transactions transactions;

    DeletePortrait(PortraitMoves moves, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    /**
     * Whether there is, or ever was, such a portrait of the person's current epoch; it is gone now in
     * any case.
     */
    public Mono<Boolean> handle(UserId userId, PortraitId id) {
        return transactions.run(() -> epochs.current(userId)
                .filterWhen(epochs::admit)
                .flatMap(person -> moves.move(person, id, new Input.Delete())))
                .map(Portrait.Deleted.class::isInstance)
                .defaultIfEmpty(false);
    }
}
