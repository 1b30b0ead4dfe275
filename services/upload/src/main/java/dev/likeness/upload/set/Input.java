package dev.likeness.upload.set;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to a set. */
public sealed interface Input {

    /** A person announced a set; photos whose bytes are here already say so. */
    record Announced(boolean autoStart, List<Photo> photos) implements Input {
        public Announced {
            photos = List.copyOf(photos);
        }
    }

    /** Bytes came for a photo and are in the store. */
    record BytesCame(PhotoId photo, Bytes measured, StoredObject object) implements Input {}

    /**
     * The person wants more photos in the set; those whose bytes are here already say so.
     *
     * @param most photos a set may have
     */
    record PhotosAdded(List<Photo> photos, int most, Trained trained) implements Input {
        public PhotosAdded {
            photos = List.copyOf(photos);
        }
    }

    /** The person wants a photo out of the set. */
    record PhotoDropped(PhotoId photo, Trained trained) implements Input {}

    /** The person says that the set is complete. */
    record CompletionAsked() implements Input {}

    /**
     * The set was checked.
     *
     * @param revision of the set that the verdict is on
     * @param photos whether each photo was accepted
     */
    record VerdictCame(int revision, SetVerdict verdict, Map<PhotoId, Boolean> photos) implements Input {
        public VerdictCame {
            photos = Map.copyOf(photos);
        }
    }

    /** Somebody looks whether the set was forgotten: untouched for this long. */
    record LookedAfter(Duration patience) implements Input {}
}
