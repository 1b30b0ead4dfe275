package dev.likeness.generation.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.generation.likeness.Band;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.generation.shoot.Portrait;
import org.jspecify.annotations.Nullable;

/**
 * A portrait as its person sees it.
 *
 * @param likeness cosine similarity to the person's own photos, from -1 to 1
 * @param percentile share of those photos that are no more alike to the others, from 0 to 100
 * @param heldBack whether it is to be shown only when the person asks for it; its picture is there
 * all the same
 * @param copiesPhoto whether it repeats one of the photos too closely
 * @param message what the band means, or why there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PortraitView(String portraitId, long seed, int width, int height, Band band, @Nullable Double likeness,
        @Nullable Double percentile, @Nullable Unmeasured notMeasured, boolean heldBack, boolean copiesPhoto,
        String message) {

    private static final String COPY = " It repeats one of your photos almost as it is.";
    private static final String HELD_BACK = " It is held back, and you can look at it all the same.";

    static PortraitView of(Portrait portrait) {
        Likeness likeness = portrait.likeness();
        return new PortraitView(portrait.frame().portraitId().toString(), portrait.seed(), portrait.width(),
                portrait.height(), likeness.band(), likeness.figures().map(Likeness.Figures::score).orElse(null),
                likeness.figures().map(Likeness.Figures::percentile).orElse(null), likeness.unmeasured().orElse(null),
                likeness.heldBack(), likeness.copiesPhoto(), sentence(likeness));
    }

    private static String sentence(Likeness likeness) {
        return likeness.unmeasured().map(Unmeasured::sentence).orElse(likeness.band().sentence())
                + (likeness.copiesPhoto() ? COPY : "") + (likeness.heldBack() ? HELD_BACK : "");
    }
}
