package dev.likeness.gallery.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Likeness;
import dev.likeness.gallery.portrait.Portrait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A portrait as JSON.
 *
 * @param state preview, saved or trash
 * @param expiresAt until when a preview can be saved, or one in the trash be had back; absent of a
 * saved one
 * @param size in bytes, as it was made; a download also says that it is AI-made and is a little
 * larger
 * @param likeness the score, a number; the text {@code notMeasured} where there is none
 * @param likenessPercentile share of the person's own photos that are no more alike, 0 to 100
 * @param placeholder a tiny picture to be shown enlarged until the thumbnail is there; absent until
 * made
 * @param imageUrl absent in the trash
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortraitView(String portraitId, String generationId, String state, boolean favourite, Instant createdAt,
        @Nullable Instant savedAt, @Nullable Instant trashedAt, @Nullable Instant expiresAt, int width, int height,
        long size, String contentType, long seed, Object likeness, Likeness.Band likenessBand,
        @Nullable Double likenessPercentile, boolean heldBack, boolean copiesPhoto, boolean testShoot,
        String modelVersion, RecipeView recipe, RecipeView.Again again, @Nullable String placeholder,
        @Nullable String imageUrl, String thumbnailUrl) {

    private static final String NOT_MEASURED = "notMeasured";

    static PortraitView of(Portrait.Kept portrait) {
        return switch (portrait) {
            case Portrait.Preview preview ->
                of(portrait, "preview", new Times(null, null, preview.details().times().expiresAt()));
            case Portrait.Saved saved -> of(portrait, "saved", new Times(saved.savedAt(), null, null));
            case Portrait.Trashed(var before, var trashedAt, var until) -> of(portrait, "trash",
                    new Times(before instanceof Portrait.Saved saved ? saved.savedAt() : null, trashedAt, until));
        };
    }

    private record Times(@Nullable Instant savedAt, @Nullable Instant trashedAt, @Nullable Instant expiresAt) {}

    private static PortraitView of(Portrait.Kept portrait, String state, Times times) {
        Details details = portrait.details();
        Details.Image image = details.image();
        Likeness likeness = details.likeness();
        Double score = likeness.score();
        String url = "/v1/gallery/" + portrait.id();
        return new PortraitView(portrait.id().value(), details.generationId(), state, portrait.favourite(),
                details.times().createdAt(), times.savedAt(), times.trashedAt(), times.expiresAt(), image.width(),
                image.height(), image.size(), image.contentType(), details.recipe().seed(),
                score == null ? NOT_MEASURED : score, likeness.band(), likeness.percentile(), likeness.heldBack(),
                likeness.copiesPhoto(), details.testShoot(), details.recipe().modelVersion(), RecipeView.of(details),
                RecipeView.Again.of(details), image.placeholder(),
                portrait instanceof Portrait.Present ? url + "/image" : null, url + "/thumbnail");
    }
}
