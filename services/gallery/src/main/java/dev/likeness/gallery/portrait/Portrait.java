package dev.likeness.gallery.portrait;

import java.time.Duration;
import java.time.Instant;

/**
 * A portrait, one variant per state. "Not heard of yet" is a state too, so that every input has an
 * answer.
 */
public sealed interface Portrait {

    PortraitId id();

    record Unknown(PortraitId id) implements Portrait {}

    /** One whose picture is still there, be it in the trash. */
    sealed interface Kept extends Portrait {

        Details details();

        boolean favourite();
    }

    /** One that is in the gallery. */
    sealed interface Present extends Kept {

        Present favoured(boolean favourite);
    }

    record Preview(PortraitId id, Details details, boolean favourite) implements Present {

        public boolean savable(Instant now) {
            return now.isBefore(details.times().expiresAt());
        }

        @Override
        public Preview favoured(boolean wanted) {
            return new Preview(id, details, wanted);
        }
    }

    record Saved(PortraitId id, Details details, boolean favourite, Instant savedAt) implements Present {

        @Override
        public Saved favoured(boolean wanted) {
            return new Saved(id, details, wanted, savedAt);
        }
    }

    /**
     * One that the person threw away and can have back as it was.
     *
     * @param until when it goes for good; of a preview no later than it would have gone anyway
     */
    record Trashed(Present before, Instant trashedAt, Instant until) implements Kept {

        static Trashed of(Present portrait, Instant now, Duration keptFor) {
            Instant end = now.plus(keptFor);
            return new Trashed(portrait, now, switch (portrait) {
                case Saved _ -> end;
                case Preview preview -> earlier(end, preview.details().times().expiresAt());
            });
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        public boolean restorable(Instant now) {
            return now.isBefore(until);
        }

        @Override
        public PortraitId id() {
            return before.id();
        }

        @Override
        public Details details() {
            return before.details();
        }

        @Override
        public boolean favourite() {
            return before.favourite();
        }
    }

    /**
     * Remembered, so that an event that comes late brings nothing back.
     *
     * @param expired whether its time was over; otherwise the person deleted it
     */
    record Deleted(PortraitId id, String generationId, boolean expired, Instant deletedAt) implements Portrait {}
}
