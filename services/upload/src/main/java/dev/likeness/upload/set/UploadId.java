package dev.likeness.upload.set;

import java.util.UUID;

/** Names one set of photos. */
public record UploadId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
