package dev.likeness.validation;

import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.UploadId;

/**
 * The work of checking one photo, as its queue names it.
 *
 * @param revision of the set that asked for it: a later one may ask again
 */
public record PhotoJob(UploadId upload, PhotoId photo, int revision) {

    public static final String KIND = "check-photo";

    private static final char SEPARATOR = '/';

    public static PhotoJob of(String key) {
        int first = key.indexOf(SEPARATOR);
        int last = key.lastIndexOf(SEPARATOR);
        return new PhotoJob(new UploadId(key.substring(0, first)), new PhotoId(key.substring(first + 1, last)),
                Integer.parseInt(key.substring(last + 1)));
    }

    String key() {
        return upload.value() + SEPARATOR + photo.value() + SEPARATOR + revision;
    }
}
