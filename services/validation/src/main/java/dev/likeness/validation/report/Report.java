package dev.likeness.validation.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report on a set, one variant per state. "Not heard of yet" is a state too, so that every
 * input has an answer.
 */
public sealed interface Report {

    UploadId id();

    /** In the order of the set. */
    List<Photo> photos();

    /** Of the set as a whole: why it is refused, or hints beside its acceptance. */
    List<Reason> reasons();

    record Unknown(UploadId id) implements Report {

        @Override
        public List<Photo> photos() {
            return List.of();
        }

        @Override
        public List<Reason> reasons() {
            return List.of();
        }
    }

    record Checking(UploadId id, Training training, List<Photo> photos) implements Report {

        public Checking {
            photos = List.copyOf(photos);
        }

        @Override
        public List<Reason> reasons() {
            return List.of();
        }
    }

    record Accepted(UploadId id, Training training, List<Photo> photos, List<Reason> reasons, Instant decidedAt)
            implements
                Report {

        public Accepted {
            photos = List.copyOf(photos);
            reasons = List.copyOf(reasons);
        }
    }

    record Refused(UploadId id, List<Photo> photos, List<Reason> reasons, Instant decidedAt) implements Report {

        public Refused {
            photos = List.copyOf(photos);
            reasons = List.copyOf(reasons);
        }
    }

    /** Whether a training follows. */
    sealed interface Training {

        record Unwanted() implements Training {}

        /** Once the set is accepted. */
        record Wanted(TrainingId id) implements Training {}

        record Requested(TrainingId id) implements Training {}

        /** Another set of the same epoch came first. */
        record Taken() implements Training {}
    }

    /**
     * A photo that another one repeats.
     *
     * @param place in the set, from 1
     */
    record Twin(PhotoId id, int place) {}

    default Optional<Photo> photo(PhotoId wanted) {
        return photos().stream().filter(photo -> photo.id().equals(wanted)).findFirst();
    }

    default int goodPhotos() {
        return Math.toIntExact(photos().stream().filter(Photo::accepted).count());
    }

    /** The first photo with the same bytes, if that is another one: of equal photos the first stays. */
    default Optional<Twin> twinOf(Photo photo) {
        if (photo.sha256().isEmpty()) {
            return Optional.empty();
        }
        for (int place = 0; place < photos().size(); place++) {
            Photo other = photos().get(place);
            if (other.sha256().equals(photo.sha256())) {
                return other.id().equals(photo.id()) ? Optional.empty() : Optional.of(new Twin(other.id(), place + 1));
            }
        }
        return Optional.empty();
    }
}
