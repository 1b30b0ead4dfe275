package dev.likeness.generation.shoot;

import java.time.Instant;
import java.util.List;

/** The state that follows, and what the shell has to do about it in the same transaction. */
public record Decision(Shoot next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    /** What others have to be told. */
    public sealed interface Effect {

        record AnnounceRequest(ShootId id) implements Effect {}

        record AnnouncePortraits(ShootId id, List<Portrait> portraits, Instant at) implements Effect {

            public AnnouncePortraits {
                portraits = List.copyOf(portraits);
            }
        }

        /** Another take has been planned that nobody has announced. */
        record BeginTake(ShootId id, int take) implements Effect {}

        record AnnounceFailure(ShootId id, FailureReason reason, Instant at) implements Effect {}
    }
}
