package dev.likeness.gallery.favourites;

import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.UserId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
public class FavourPortrait {

    private final PortraitMoves moves;
    private final Epochs epochs;
    private final Transactions transactions;

    FavourPortrait(PortraitMoves moves, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    /** What the portrait is now; nothing but a preview or a saved one can be a favourite. */
    public Mono<Portrait> handle(UserId userId, PortraitId id, boolean favourite) {
        return transactions.run(() -> epochs.current(userId)
                .filterWhen(epochs::admit)
                .flatMap(person -> moves.move(person, id, new Input.Favour(favourite))))
                .defaultIfEmpty(new Portrait.Unknown(id));
    }
}
