package dev.likeness.generation.selfies;

import java.util.List;
import java.util.UUID;

/**
 * Which photo a piece of work is about.
 *
 * @param cause the verdict that accepted it: one that was dropped and comes back is looked at again
 */
record SelfieKey(String uploadId, String photoId, UUID cause) {

    private static final String SEPARATOR = "/";

    static SelfieKey parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        return new SelfieKey(parts.get(0), parts.get(1), UUID.fromString(parts.get(2)));
    }

    @Override
    public String toString() {
        return uploadId + SEPARATOR + photoId + SEPARATOR + cause;
    }
}
