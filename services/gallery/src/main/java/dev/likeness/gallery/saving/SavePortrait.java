package dev.likeness.gallery.saving;

import dev.likeness.access.Uninterrupted;
import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps a portrait. The copy comes first and the word of it after, under a key that the portrait
 * has had from the beginning: two savings at once write the same copy, and one that a crash left
 * behind goes with the preview.
 */
@Component
public class SavePortrait {

    private final Portraits portraits;
    private final PortraitMoves moves;
    private final Copies copies;
    private final Epochs epochs;
    private final Transactions transactions;
    private final Clock clock;

    SavePortrait(Portraits portraits, PortraitMoves moves, Copies copies, Epochs epochs, Transactions transactions,
            Clock clock) {
        this.portraits = portraits;
        this.moves = moves;
        this.copies = copies;
        this.epochs = epochs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result {

        record Kept(Portrait.Saved portrait) implements Result {}

        record TooLate() implements Result {}

        record InTrash() implements Result {}

        record NotThere() implements Result {}
    }

    /** Goes on when the client has gone; saving again gives the same answer. */
    public Mono<Result> handle(UserId userId, PortraitId id) {
        return Uninterrupted.of(epochs.current(userId)
                .flatMap(person -> portraits.find(userId, id).flatMap(portrait -> handle(person, portrait)))
                .defaultIfEmpty(new Result.NotThere()));
    }

    private Mono<Result> handle(Person person, Portrait portrait) {
        return switch (portrait) {
            case Portrait.Preview preview when preview.savable(clock.instant()) -> copies
                    .make(preview.details().image())
                    .then(commit(person, preview))
                    .onErrorResume(ObjectMissing.class, missing -> asItIsNow(person, preview, missing))
                    .onErrorResume(CopyIncomplete.class, incomplete -> asItIsNow(person, preview, incomplete));
            case Portrait.Preview _,Portrait.Unknown _,Portrait.Saved _,Portrait.Trashed _,Portrait.Deleted _ -> Mono
                    .just(result(portrait));
        };
    }

    /**
     * A copy fails where the portrait was deleted meanwhile, or saved by another request and its
     * preview removed since. A preview that nobody touched has lost its picture because its time is
     * over.
     */
    private Mono<Result> asItIsNow(Person person, Portrait.Preview preview, RuntimeException failure) {
        return portraits.find(person.userId(), preview.id())
                .flatMap(now -> now instanceof Portrait.Preview && failure instanceof CopyIncomplete
                        ? Mono.error(failure)
                        : Mono.just(result(now)));
    }

    private Mono<Result> commit(Person person, Portrait.Preview preview) {
        return transactions.run(() -> epochs.admit(person)
                .filter(current -> current)
                .flatMap(_ -> moves.move(person, preview.id(), new Input.Save())))
                .defaultIfEmpty(new Portrait.Unknown(preview.id()))
                .flatMap(next -> withoutLeftover(preview, next).thenReturn(result(next)));
    }

    /**
     * A preview that has just expired, or was just thrown away, keeps its copy until it goes: another
     * saving may have been in time.
     */
    private Mono<Void> withoutLeftover(Portrait.Preview copied, Portrait next) {
        return switch (next) {
            case Portrait.Deleted _,Portrait.Unknown _ -> copies.remove(copied.details().image());
            case Portrait.Saved _,Portrait.Preview _,Portrait.Trashed _ -> Mono.empty();
        };
    }

    private static Result result(Portrait portrait) {
        return switch (portrait) {
            case Portrait.Saved saved -> new Result.Kept(saved);
            case Portrait.Preview _ -> new Result.TooLate();
            case Portrait.Trashed _ -> new Result.InTrash();
            case Portrait.Deleted deleted -> deleted.expired() ? new Result.TooLate() : new Result.NotThere();
            case Portrait.Unknown _ -> new Result.NotThere();
        };
    }
}
