package dev.likeness.validation.report;

/** A set of photos, by the id that its upload gave it. */
public record UploadId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
