package dev.likeness.validation.report;

import java.util.List;

/** The report that follows, and what the shell has to do about it in the same transaction. */
public record Decision(Report next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    public sealed interface Effect {

        record CheckPhoto(PhotoId photo) implements Effect {}

        record AnnounceVerdicts() implements Effect {}

        /**
         * At most one for a person and epoch: where there is one already, the answer is
         * {@link Input.TrainingTaken}.
         */
        record RequestTraining(TrainingId training) implements Effect {}
    }
}
