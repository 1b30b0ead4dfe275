package dev.likeness.validation.report;

import java.util.List;

/** What can happen to a report. */
public sealed interface Input {

    /**
     * The set is complete.
     *
     * @param trainingId of the training that would follow
     * @param photos in the order of the set, all pending
     */
    record Uploaded(boolean autoStart, TrainingId trainingId, List<Photo> photos) implements Input {

        public Uploaded {
            photos = List.copyOf(photos);
        }
    }

    record Checked(PhotoId photo, Verdict.Final verdict) implements Input {}

    /** The training that was to follow can't: another set of the same epoch has one. */
    record TrainingTaken() implements Input {}
}
