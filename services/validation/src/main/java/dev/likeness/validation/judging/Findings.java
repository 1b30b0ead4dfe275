package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;

/** What looking at a photo has brought; the same bytes always bring the same. */
public sealed interface Findings {

    /** Nobody has looked yet. */
    record Awaited() implements Findings {}

    /** It has the bytes of an earlier photo of its set, so nobody looks. */
    record Repeated(PhotoId twin) implements Findings {}

    /** Nothing can be measured on it. */
    record Unusable(List<Reason> reasons) implements Findings {

        public Unusable {
            reasons = List.copyOf(reasons);
        }
    }

    /** Vectors of faces that nobody asked about are not in it: see {@link Faces#withoutStrangers}. */
    record Measured(PhotoReading reading) implements Findings {

        /** A log is no place for what was measured on a face. */
        @Override
        public String toString() {
            return "Measured";
        }
    }
}
