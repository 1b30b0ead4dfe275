package dev.likeness.gallery.portrait;

import dev.likeness.gallery.portrait.Decision.Effect;
import dev.likeness.gallery.portrait.Input.Delete;
import dev.likeness.gallery.portrait.Input.Expire;
import dev.likeness.gallery.portrait.Input.Favour;
import dev.likeness.gallery.portrait.Input.Generated;
import dev.likeness.gallery.portrait.Input.Restore;
import dev.likeness.gallery.portrait.Input.Save;
import dev.likeness.gallery.portrait.Input.Trash;
import dev.likeness.gallery.portrait.Portrait.Deleted;
import dev.likeness.gallery.portrait.Portrait.Kept;
import dev.likeness.gallery.portrait.Portrait.Present;
import dev.likeness.gallery.portrait.Portrait.Preview;
import dev.likeness.gallery.portrait.Portrait.Saved;
import dev.likeness.gallery.portrait.Portrait.Trashed;
import dev.likeness.gallery.portrait.Portrait.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All rules of a portrait in the gallery. What is saved stays until it is thrown away, what is in
 * the trash can be had back until its time is over, what is deleted never comes back, and a preview
 * can be saved until it expires, which is before it goes.
 */
public final class PortraitRules {

    private PortraitRules() {}

    public static Decision decide(Portrait portrait, Input input, Instant now) {
        return switch (portrait) {
            case Unknown(var id) -> switch (input) {
                case Generated(var details) -> new Decision(new Preview(id, details, false),
                        List.of(new Effect.ScheduleExpiry(details.times().removeAt()), new Effect.Develop()));
                case Save(),Favour _,Trash _,Restore(),Delete(),Expire() -> quietly(portrait);
            };
            case Preview preview -> ofPreview(preview, input, now);
            case Saved saved -> switch (input) {
                case Favour(boolean favourite) -> quietly(saved.favoured(favourite));
                case Trash(Duration keptFor) -> trash(saved, keptFor, now);
                case Delete() -> delete(saved, false, now);
                case Generated _,Save(),Restore(),Expire() -> quietly(saved);
            };
            case Trashed trashed -> switch (input) {
                case Restore() -> trashed.restorable(now) ? quietly(trashed.before()) : quietly(trashed);
                case Delete() -> delete(trashed, false, now);
                case Expire() -> trashed.restorable(now) ? quietly(trashed) : delete(trashed, false, now);
                case Generated _,Save(),Favour _,Trash _ -> quietly(trashed);
            };
            case Deleted deleted -> quietly(deleted);
        };
    }

    private static Decision ofPreview(Preview preview, Input input, Instant now) {
        return switch (input) {
            case Save() -> preview.savable(now) ? save(preview, now) : quietly(preview);
            case Favour(boolean favourite) -> quietly(preview.favoured(favourite));
            case Trash(Duration keptFor) ->
                preview.savable(now) ? trash(preview, keptFor, now) : delete(preview, false, now);
            case Delete() -> delete(preview, false, now);
            case Expire() ->
                now.isBefore(preview.details().times().removeAt()) ? quietly(preview) : delete(preview, true, now);
            case Generated _,Restore() -> quietly(preview);
        };
    }

    private static Decision quietly(Portrait portrait) {
        return new Decision(portrait, List.of());
    }

    private static Decision save(Preview preview, Instant now) {
        Saved saved = new Saved(preview.id(), preview.details(), preview.favourite(), now);
        return new Decision(saved, List.of(new Effect.AnnounceSaved(saved)));
    }

    /** A preview's own expiry takes it out of the trash, too. */
    private static Decision trash(Present portrait, Duration keptFor, Instant now) {
        Trashed trashed = Trashed.of(portrait, now, keptFor);
        return new Decision(trashed, switch (portrait) {
            case Saved _ -> List.of(new Effect.ScheduleEmptying(trashed.trashedAt(), trashed.until()));
            case Preview _ -> List.of();
        });
    }

    private static Decision delete(Kept portrait, boolean expired, Instant now) {
        Details details = portrait.details();
        Deleted deleted = new Deleted(portrait.id(), details.generationId(), expired, now);
        return new Decision(deleted, List.of(new Effect.AnnounceDeleted(deleted),
                new Effect.RemoveCopy(details.image().galleryKey())));
    }
}
