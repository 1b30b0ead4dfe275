package dev.likeness.generation.shoot;

import dev.likeness.generation.likeness.Likeness;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A request for portraits. "Not heard of" is a state too, so that every input has an answer. */
public sealed interface Shoot {

    ShootId id();

    /** Never asked for, or removed since. */
    record Unheard(ShootId id) implements Shoot {}

    record Open(ShootId id, Instant requestedAt, List<Take> takes) implements Shoot {

        public Open {
            takes = List.copyOf(takes);
        }
    }

    /** Ended for good. @param failure present exactly where there is no portrait */
    record Closed(ShootId id, Instant endedAt, List<Take> takes, Optional<FailureReason> failure) implements Shoot {

        public Closed {
            takes = List.copyOf(takes);
        }
    }

    default List<Take> takes() {
        return switch (this) {
            case Unheard _ -> List.of();
            case Open open -> open.takes;
            case Closed closed -> closed.takes;
        };
    }

    default Optional<Take> take(int index) {
        return takes().stream().filter(take -> take.index() == index).findFirst();
    }

    /** Every portrait so far, best first; equals in the order of takes and outputs. */
    default List<Portrait> portraits() {
        return takes().stream().<Portrait>mapMulti((take, into) -> {
            if (take instanceof Take.Delivered delivered) {
                delivered.portraits().forEach(into);
            }
        }).sorted(Comparator.comparing(Portrait::likeness, Likeness.BEST_FIRST)).toList();
    }

    /** Why portraits are missing, by the first take that lacks some. */
    default Optional<FailureReason> shortfall() {
        return takes().stream().flatMap(take -> switch (take) {
            case Take.Missed missed -> Optional.of(missed.reason()).stream();
            case Take.Delivered delivered -> delivered.shortfall().stream();
            case Take.Planned _,Take.Intended _,Take.Unsettled _,Take.Submitted _,Take.Copying _ ->
                Optional.<FailureReason>empty().stream();
        }).findFirst();
    }
}
