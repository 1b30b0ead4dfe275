package dev.likeness.upload.set;

import java.time.Instant;
import java.util.List;

/**
 * A set of photos, one variant per state. "Not heard of" is a state too, so that every input has an
 * answer.
 */
public sealed interface PhotoSet {

    UploadId id();

    /** Never announced, or removed. */
    record Absent(UploadId id) implements PhotoSet {}

    /** A set that is there. */
    sealed interface Present extends PhotoSet {

        Announcement announcement();

        List<Photo> photos();

        /** How often others were told of the set: 0 until it is complete for the first time. */
        int revision();

        @Override
        default UploadId id() {
            return announcement().id();
        }
    }

    /**
     * What a set begins with.
     *
     * @param autoStart whether a training starts by itself when the set is accepted
     */
    record Announcement(UploadId id, boolean autoStart, Instant at) {

        /** The same for a set of which nothing is to start by itself any more. */
        Announcement startingNothing() {
            return new Announcement(id, false, at);
        }
    }

    /**
     * Photos are still coming, for the first time or once more.
     *
     * @param touchedAt when the person last did something about it
     */
    record Open(Announcement announcement, int revision, List<Photo> photos, Instant touchedAt) implements Present {
        public Open {
            photos = List.copyOf(photos);
        }

        public List<PhotoId> missing() {
            return photos.stream().filter(Photo::isMissing).map(Photo::id).toList();
        }
    }

    /** Complete; its photos are being checked. */
    record Checking(Announcement announcement, int revision, List<Photo> photos,
            Instant completedAt) implements Present {
        public Checking {
            photos = List.copyOf(photos);
        }
    }

    /** Checked. */
    record Decided(Announcement announcement, int revision, List<Photo> photos, Instant completedAt,
            SetVerdict verdict)
            implements
                Present {
        public Decided {
            photos = List.copyOf(photos);
        }
    }
}
