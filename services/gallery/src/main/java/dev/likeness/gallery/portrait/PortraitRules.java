package dev.likeness.gallery.portrait;

import dev.likeness.gallery.portrait.Decision.Effect;
import dev.likeness.gallery.portrait.Input.Delete;
import dev.likeness.gallery.portrait.Input.Expire;
import dev.likeness.gallery.portrait.Input.Generated;
import dev.likeness.gallery.portrait.Input.Save;
import dev.likeness.gallery.portrait.Portrait.Deleted;
import dev.likeness.gallery.portrait.Portrait.Present;
import dev.likeness.gallery.portrait.Portrait.Preview;
import dev.likeness.gallery.portrait.Portrait.Saved;
import dev.likeness.gallery.portrait.Portrait.Unknown;
import java.time.Instant;
import java.util.List;

/**
 * All rules of a portrait in the gallery. What is saved stays until it is deleted, what is deleted
 * never comes back, and a preview can be saved until it expires, which is before it goes.
 */
public final class PortraitRules {

    private PortraitRules() {}

    public static Decision decide(Portrait portrait, Input input, Instant now) {
        return switch (portrait) {
            case Unknown(var id) -> switch (input) {
                case Generated(var details) -> new Decision(new Preview(id, details),
                        List.of(new Effect.ScheduleExpiry(details.times().removeAt())));
                case Save(),Delete(),Expire() -> stay(portrait);
            };
            case Preview preview -> switch (input) {
                case Save() -> preview.savable(now) ? save(preview, now) : stay(preview);
                case Delete() -> delete(preview, false, now);
                case Expire() -> now.isBefore(preview.details().times().removeAt())
                        ? stay(preview)
                        : delete(preview, true, now);
                case Generated _ -> stay(preview);
            };
            case Saved saved -> switch (input) {
                case Delete() -> delete(saved, false, now);
                case Generated _,Save(),Expire() -> stay(saved);
            };
            case Deleted deleted -> stay(deleted);
        };
    }

    private static Decision stay(Portrait portrait) {
        return new Decision(portrait, List.of());
    }

    private static Decision save(Preview preview, Instant now) {
        Saved saved = new Saved(preview.id(), preview.details(), now);
        return new Decision(saved, List.of(new Effect.AnnounceSaved(saved)));
    }

    private static Decision delete(Present portrait, boolean expired, Instant now) {
        Details details = portrait.details();
        Deleted deleted = new Deleted(portrait.id(), details.generationId(), expired, now);
        return new Decision(deleted, List.of(new Effect.AnnounceDeleted(deleted),
                new Effect.RemoveCopy(details.image().galleryKey())));
    }
}
