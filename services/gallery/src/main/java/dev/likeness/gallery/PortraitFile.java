package dev.likeness.gallery;

import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import java.util.Locale;

/** A portrait's picture as a file: where it is kept, and what it is when it is sent. */
public record PortraitFile(Portrait.Kept portrait, MarkedFile marked) {

    /** Where the picture is: a saved one's own copy, or the preview. */
    public static ObjectKey key(Portrait.Kept portrait) {
        Details.Image image = portrait.details().image();
        return switch (portrait) {
            case Portrait.Preview _ -> ObjectKey.in(Bucket.PREVIEWS, image.previewKey());
            case Portrait.Saved _ -> ObjectKey.in(Bucket.GALLERY, image.galleryKey());
            case Portrait.Trashed trashed -> key(trashed.before());
        };
    }

    /** Of what is made of the picture: it begins as the copy's name does, and goes with it. */
    public static ObjectKey beside(Portrait.Kept portrait, String ending) {
        return ObjectKey.in(Bucket.GALLERY, portrait.details().image().galleryKey() + ending);
    }

    /** The same for each download, and safe everywhere. */
    public String name() {
        String type = portrait.details().image().contentType().toLowerCase(Locale.ROOT);
        return "likeness-" + portrait.id() + switch (type) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/webp" -> ".webp";
            default -> ".bin";
        };
    }
}
