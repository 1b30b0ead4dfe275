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

    /**
     * @param canceled whether the person wants no more of it; what the provider has is still being
     * ended
     */
    record Open(ShootId id, Instant requestedAt, Asked asked, boolean canceled, List<Take> takes)
            implements
                Shoot {

        public Open {
            takes = List.copyOf(takes);
        }
    }

    /** Ended for good. @param failure present exactly where there is no portrait */
    record Closed(ShootId id, Instant endedAt, Asked asked, List<Take> takes, Optional<FailureReason> failure)
            implements
                Shoot {

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

    /** Every portrait so far, best first; what is equal in the order of takes and outputs. */
    default List<Portrait> portraits() {
        return takes().stream().<Portrait>mapMulti((take, into) -> {
            if (take instanceof Take.Delivered delivered) {
                delivered.portraits().forEach(into);
            }
        }).sorted(Comparator.comparing(Portrait::likeness, Likeness.BEST_FIRST)).toList();
    }

    /** The takes that were asked for, without the one that replaces what was held back. */
    default List<Take> askedTakes() {
        return switch (this) {
            case Unheard _ -> List.of();
            case Open open -> open.takes.subList(0, Math.min(open.takes.size(), open.asked.takes()));
            case Closed closed -> closed.takes.subList(0, Math.min(closed.takes.size(), closed.asked.takes()));
        };
    }

    /** How many portraits were made in place of those that are held back. */
    default int replaced() {
        return takes().stream()
                .skip(askedTakes().size())
                .mapToInt(take -> take instanceof Take.Delivered delivered ? delivered.portraits().size() : 0)
                .sum();
    }

    /** How many portraits that were asked for there are not. */
    default int missing() {
        return askedTakes().stream()
                .mapToInt(take -> take.outputs()
                        - (take instanceof Take.Delivered delivered ? delivered.portraits().size() : 0))
                .sum();
    }

    /** Why portraits are missing, by the first take that lacks some. */
    default Optional<FailureReason> shortfall() {
        return askedTakes().stream().flatMap(take -> switch (take) {
            case Take.Missed missed -> Optional.of(missed.reason()).stream();
            case Take.Delivered delivered -> delivered.shortfall().stream();
            case Take.Planned _,Take.Intended _,Take.Unsettled _,Take.Submitted _,Take.Copying _ ->
                Optional.<FailureReason>empty().stream();
        }).findFirst();
    }
}
