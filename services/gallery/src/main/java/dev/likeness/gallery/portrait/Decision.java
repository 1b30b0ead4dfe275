package dev.likeness.gallery.portrait;

import java.time.Instant;
import java.util.List;

/** The portrait that follows, and what the shell has to do about it in the same transaction. */
public record Decision(Portrait next, List<Effect> effects) {

    public Decision {
        effects = List.copyOf(effects);
    }

    public sealed interface Effect {

        record ScheduleExpiry(Instant at) implements Effect {}

        /** Thumbnails and what else is made of the picture once. */
        record Develop() implements Effect {}

        /**
         * @param trashedAt which trashing it belongs to: a portrait may be brought back and thrown away
         * again
         */
        record ScheduleEmptying(Instant trashedAt, Instant at) implements Effect {}

        record AnnounceSaved(Portrait.Saved portrait) implements Effect {}

        record AnnounceDeleted(Portrait.Deleted portrait) implements Effect {}

        /**
         * Also where none was saved: a saving cut short may have left one, and thumbnails lie beside it.
         */
        record RemoveCopy(String galleryKey) implements Effect {}
    }
}
