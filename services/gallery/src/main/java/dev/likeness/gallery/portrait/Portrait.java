package dev.likeness.gallery.portrait;

import java.time.Instant;

/**
 * A portrait, one variant per state. "Not heard of yet" is a state too, so that every input has an
 * answer.
 */
public sealed interface Portrait {

    PortraitId id();

    record Unknown(PortraitId id) implements Portrait {}

    /** One that can be seen. */
    sealed interface Present extends Portrait {

        Details details();
    }

    record Preview(PortraitId id, Details details) implements Present {

        public boolean savable(Instant now) {
            return now.isBefore(details.times().expiresAt());
        }
    }

    record Saved(PortraitId id, Details details, Instant savedAt) implements Present {}

    /**
     * Remembered, so that an event that comes late brings nothing back.
     *
     * @param expired whether its time was over; otherwise the person deleted it
     */
    record Deleted(PortraitId id, String generationId, boolean expired, Instant deletedAt) implements Portrait {}
}
