package dev.likeness.validation;

import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.UploadId;

/** The work of checking one photo, as its queue names it. */
public record PhotoJob(UploadId upload, PhotoId photo) {

    public static final String KIND = "check-photo";

    private static final char SEPARATOR = '/';

    public static PhotoJob of(String key) {
        int at = key.indexOf(SEPARATOR);
        return new PhotoJob(new UploadId(key.substring(0, at)), new PhotoId(key.substring(at + 1)));
    }

    String key() {
        return upload.value() + SEPARATOR + photo.value();
    }
}
