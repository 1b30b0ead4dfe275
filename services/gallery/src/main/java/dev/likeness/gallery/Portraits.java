package dev.likeness.gallery;

import dev.likeness.access.Cursor;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The portraits that are kept. */
public interface Portraits {

    /**
     * A portrait of the person's current epoch, also a deleted one; unknown where there is none or it
     * is another's.
     */
    Mono<Portrait> find(UserId userId, PortraitId id);

    /** The portrait as it is, locked until the surrounding transaction ends. */
    Mono<Portrait> lock(Person person, PortraitId id);

    /** Stores what changed between the two; an error where the person's epoch is over. */
    Mono<Void> save(Person person, Portrait before, Portrait after);

    /**
     * The newest first, and of one generation the best first; previews only while they can be saved.
     */
    Mono<List<Portrait.Present>> list(UserId userId, Wanted wanted);

    /**
     * @param kind previews or saved ones; all where absent
     * @param after where the page before ended, as {@link #cursor} says
     * @param rows most rows to read
     */
    record Wanted(Optional<Kind> kind, Optional<Cursor> after, int rows, Instant now) {}

    enum Kind {
        PREVIEW,
        SAVED
    }

    static Cursor cursor(Portrait.Present portrait) {
        return Cursor.of(portrait.details().times().createdAt(), portrait.details().place(), portrait.id());
    }
}
