package dev.likeness.upload.set;

import java.util.UUID;

/** Names one photo of a set. */
public record PhotoId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
