package dev.likeness.gallery.portrait;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a portrait from its generation on.
 *
 * @param generationId the request it came from
 * @param place among the portraits of its generation, from 0, best first
 * @param testShoot whether nobody asked for it: it was made to look at a new model
 * @param times when it was made and until when it can be kept
 */
public record Details(String generationId, Image image, Recipe recipe, Likeness likeness, int place, boolean testShoot,
        Times times) {

    /**
     * @param previewKey in the bucket of previews, which belongs to another service
     * @param galleryKey where its copy goes, in the bucket of the gallery; drawn before there is a
     * copy, so that a copy begun anew writes over what was left, and whatever was left can be removed
     * @param size in bytes; 0 where it is not known
     * @param placeholder a tiny picture of it as a data URI; null until it was made
     */
    public record Image(String previewKey, String galleryKey, String contentType, int width, int height, long size,
            @Nullable String placeholder) {}

    /**
     * @param expiresAt until when it can be saved
     * @param removeAt when it goes unless it was saved
     */
    public record Times(Instant createdAt, Instant expiresAt, Instant removeAt) {

        public Times {
            if (removeAt.isBefore(expiresAt)) {
                throw new IllegalArgumentException("A preview isn't removed before it expires");
            }
        }
    }
}
