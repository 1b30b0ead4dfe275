package dev.likeness.validation.report;

import dev.likeness.validation.judging.Coverage;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report on a set, one variant per state. "Not heard of yet" is a state too, so that every
 * input has an answer.
 */
public sealed interface Report {

    UploadId id();

    /** In the order of the set. */
    List<Photo> photos();

    record Unknown(UploadId id) implements Report {

        @Override
        public List<Photo> photos() {
            return List.of();
        }
    }

    /** A report that there is. */
    sealed interface Known extends Report {

        Content content();

        @Override
        default UploadId id() {
            return content().id();
        }

        @Override
        default List<Photo> photos() {
            return content().photos();
        }
    }

    /** The set was decided, and is decided again whenever it changes. */
    sealed interface Decided extends Known {

        Outcome outcome();
    }

    record Checking(Content content) implements Known {}

    record Accepted(Content content, Outcome outcome) implements Decided {}

    record Refused(Content content, Outcome outcome) implements Decided {}

    /**
     * What is reported on.
     *
     * @param revision of the set, from 1: each change of its photos is a new one
     * @param photos in the order of the set
     */
    record Content(UploadId id, int revision, Training training, List<Photo> photos) {

        public Content {
            photos = List.copyOf(photos);
        }

        Content with(List<Photo> changed) {
            return new Content(id, revision, training, changed);
        }

        Content with(Training changed) {
            return new Content(id, revision, changed, photos);
        }

        Content with(int changed) {
            return new Content(id, changed, training, photos);
        }
    }

    /**
     * What was decided of the set as a whole.
     *
     * @param reasons why it is refused, or hints beside its acceptance
     * @param decidedAt later than every earlier decision on the same revision; whole milliseconds
     */
    record Outcome(List<Reason> reasons, Coverage coverage, Instant decidedAt) {

        public Outcome {
            reasons = List.copyOf(reasons);
        }

        Outcome with(Reason further) {
            return new Outcome(Stream.concat(reasons.stream(), Stream.of(further)).toList(), coverage, decidedAt);
        }

        Outcome without(ReasonCode code) {
            return new Outcome(reasons.stream().filter(reason -> reason.code() != code).toList(), coverage, decidedAt);
        }

        Outcome at(Instant again) {
            return new Outcome(reasons, coverage, again);
        }
    }

    /** Whether a training follows. */
    sealed interface Training {

        record Unwanted() implements Training {}

        /** Once the set is accepted. */
        record Wanted(TrainingId id) implements Training {}

        record Requested(TrainingId id) implements Training {}

        /**
         * Another set of the same epoch came first; once its training has failed, this set may have one.
         */
        record Taken() implements Training {}
    }

    default Optional<Photo> photo(PhotoId wanted) {
        return photos().stream().filter(photo -> photo.id().equals(wanted)).findFirst();
    }

    default int goodPhotos() {
        return Math.toIntExact(photos().stream().filter(Photo::accepted).count());
    }
}
