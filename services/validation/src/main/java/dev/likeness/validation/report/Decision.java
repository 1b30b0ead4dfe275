package dev.likeness.validation.report;

import dev.likeness.validation.judging.PhotoId;
import java.util.List;
import java.util.Optional;

/** The report that follows, and what the shell has to do about it in the same transaction. */
public record Decision(Report next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    public sealed interface Effect {

        /** @param revision of the set that asks for it */
        record CheckPhoto(PhotoId photo, int revision) implements Effect {}

        /** The photo is out of the set; its prepared copy goes. */
        record Forget(Photo photo) implements Effect {}

        record AnnounceVerdicts() implements Effect {}

        /**
         * At most one at a time for a person and epoch: where there is one that has not failed, the answer
         * is {@link Input.TrainingTaken}.
         */
        record RequestTraining(TrainingId training) implements Effect {}

        /** The person is told why not. */
        record Refuse(Refusal refusal) implements Effect {}
    }

    /** Why the input was not taken; empty where it was. */
    public Optional<Refusal> refusal() {
        return effects.stream()
                .flatMap(effect -> effect instanceof Effect.Refuse(var refusal)
                        ? Optional.of(refusal).stream()
                        : Optional.<Refusal>empty().stream())
                .findFirst();
    }
}
