package dev.likeness.gallery;

import dev.likeness.access.Cursor;
import dev.likeness.gallery.portrait.Likeness;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * What of them is wanted; previews only while they can be saved, trash while it can be restored.
     */
    Mono<List<Portrait.Kept>> list(UserId userId, Wanted wanted);

    /** Those of the ids that are in the gallery and not in its trash. */
    Mono<List<Portrait.Kept>> present(UserId userId, Set<PortraitId> ids);

    /**
     * @param after where the page before ended, as {@link Sort#cursor} says
     * @param rows most rows to read
     */
    record Wanted(Filter filter, Sort sort, Optional<Cursor> after, int rows, Instant now) {}

    /**
     * @param kind previews, saved ones or the trash; previews and saved ones where absent
     * @param bands any of these; all where empty
     * @param heldBack whether previews that are held back are wanted, too
     */
    record Filter(Optional<Kind> kind, Optional<Boolean> favourite, Set<Likeness.Band> bands, boolean heldBack) {

        public Filter {
            bands = Set.copyOf(bands);
        }
    }

    enum Kind {
        PREVIEW,
        SAVED,
        TRASH
    }

    /** Each order is total: what comes first of what was made at once is best, then the id decides. */
    enum Sort {
        NEWEST {
            @Override
            public Cursor cursor(Portrait.Kept portrait) {
                return Cursor.of(portrait.details().times().createdAt(), portrait.details().place(), portrait.id());
            }
        },
        /** What was not measured comes last. */
        LIKENESS {
            @Override
            public Cursor cursor(Portrait.Kept portrait) {
                Double score = portrait.details().likeness().score();
                return Cursor.of(score == null ? Double.NEGATIVE_INFINITY : score,
                        portrait.details().times().createdAt(), portrait.details().place(), portrait.id());
            }
        };

        /** Where a page ends that ends with this portrait: every column of the order. */
        public abstract Cursor cursor(Portrait.Kept portrait);
    }
}
