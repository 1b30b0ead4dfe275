package dev.likeness.gallery.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Portrait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A portrait as JSON.
 *
 * @param state preview or saved
 * @param expiresAt until when a preview can be saved; absent of a saved one
 * @param size in bytes
 * @param likeness the score, a number; the text {@code notMeasured} where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortraitView(String portraitId, String generationId, String state, Instant createdAt,
        @Nullable Instant expiresAt,
        int width, int height, long size, String contentType, long seed, Object likeness, String modelVersion,
        String imageUrl, String thumbnailUrl) {

    private static final String NOT_MEASURED = "notMeasured";

    static PortraitView of(Portrait.Present portrait) {
        return switch (portrait) {
            case Portrait.Preview(_, var details) -> of(portrait, "preview", details.times().expiresAt());
            case Portrait.Saved _ -> of(portrait, "saved", null);
        };
    }

    private static PortraitView of(Portrait.Present portrait, String state, @Nullable Instant expiresAt) {
        Details details = portrait.details();
        Details.Image image = details.image();
        Double likeness = details.likeness();
        String url = "/v1/gallery/" + portrait.id();
        return new PortraitView(portrait.id().value(), details.generationId(), state, details.times().createdAt(),
                expiresAt, image.width(), image.height(), image.size(), image.contentType(), details.seed(),
                likeness == null ? NOT_MEASURED : likeness, details.modelVersion(), url + "/image", url + "/thumbnail");
    }
}
