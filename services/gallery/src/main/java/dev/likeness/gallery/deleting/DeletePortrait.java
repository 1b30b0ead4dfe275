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

/** Throws portraits away, saved or not: into the trash, out of it again, or for good. */
@Component
public class DeletePortrait {

    private final PortraitMoves moves;
    private final TrashProperties properties;
    private final Epochs epochs;
    private final Transactions transactions;

    DeletePortrait(PortraitMoves moves, TrashProperties properties, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.properties = properties;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    /** As {@link #forever}, but the person can have it back for a while. */
    public Mono<Boolean> intoTrash(UserId userId, PortraitId id) {
        return known(move(userId, id, new Input.Trash(properties.keptFor())));
    }

    /**
     * Whether there is, or ever was, such a portrait of the person's current epoch; it is out of the
     * gallery now in any case.
     */
    public Mono<Boolean> forever(UserId userId, PortraitId id) {
        return known(move(userId, id, new Input.Delete()));
    }

    /** What the portrait is now; one whose time in the trash is over stays there until it goes. */
    public Mono<Portrait> restore(UserId userId, PortraitId id) {
        return move(userId, id, new Input.Restore());
    }

    private Mono<Portrait> move(UserId userId, PortraitId id, Input input) {
        return transactions.run(() -> epochs.current(userId)
                .filterWhen(epochs::admit)
                .flatMap(person -> moves.move(person, id, input)))
                .defaultIfEmpty(new Portrait.Unknown(id));
    }

    private static Mono<Boolean> known(Mono<Portrait> portrait) {
        return portrait.map(now -> !(now instanceof Portrait.Unknown));
    }
}
