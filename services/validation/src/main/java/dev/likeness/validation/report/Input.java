package dev.likeness.validation.report;

import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.PhotoId;
import java.util.List;

/** What can happen to a report. */
public sealed interface Input {

    /**
     * The set is complete, or complete again after a change.
     *
     * @param revision of the set, from 1
     * @param trainingId of the training that would follow
     * @param photos in the order of the set, all as {@link Photo#fresh}
     */
    record Uploaded(int revision, boolean autoStart, TrainingId trainingId, List<Photo> photos) implements Input {

        public Uploaded {
            photos = List.copyOf(photos);
        }
    }

    /** Somebody has looked at a photo. */
    record Examined(PhotoId photo, Findings findings) implements Input {}

    /** The person knows better. */
    record Overridden(PhotoId photo, Objection.Why why) implements Input {}

    /** The person confirms the set and wants the training to start. */
    record TrainingAsked(TrainingId trainingId) implements Input {}

    /** The training that was to follow can't: another set of the same epoch has one. */
    record TrainingTaken() implements Input {}

    /** A training has ended without a model, on whichever set it was. */
    record TrainingEnded(TrainingId training) implements Input {}
}
