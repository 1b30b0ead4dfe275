package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.ReasonCode.NO_FACE;
import static dev.likeness.validation.judging.ReasonCode.PHOTO_BLURRED;
import static dev.likeness.validation.judging.ReasonCode.PHOTO_LOW_CONTRAST;
import static dev.likeness.validation.judging.ReasonCode.PHOTO_TOO_BRIGHT;
import static dev.likeness.validation.judging.ReasonCode.PHOTO_TOO_DARK;

import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be said of a photo in which no face was found: first what the whole picture says about
 * why, because "no face" alone tells nobody what to do about a photo taken in the dark.
 */
final class FacelessRules {

    private FacelessRules() {}

    static List<Reason> judge(PhotoReading photo, Limits.Faceless limits) {
        return Stream.concat(cause(photo, limits).stream(), Stream.of(noFace())).toList();
    }

    // In this order: a dark picture has little contrast too, and a flat one no edges.
    private static Optional<Reason> cause(PhotoReading photo, Limits.Faceless limits) {
        return light(photo.light(), limits).or(() -> contrast(photo.light(), limits)).or(() -> blur(photo, limits));
    }

    private static Optional<Reason> light(Light light, Limits.Faceless limits) {
        long mean = Math.round(light.mean());
        if (mean < limits.minMean()) {
            return Optional.of(Reason.refusal(PHOTO_TOO_DARK,
                    "This photo is very dark: its brightness is %s of 255, and at least %s is needed to see a face. Please turn to a window or a lamp."
                            .formatted(mean, Figures.of(limits.minMean())),
                    mean, limits.minMean(), "of 255"));
        }
        if (mean > limits.maxMean()) {
            return Optional.of(Reason.refusal(PHOTO_TOO_BRIGHT,
                    "This photo is very bright: its brightness is %s of 255, and at most %s leaves a face to be seen. Please choose one without flash or glaring sun."
                            .formatted(mean, Figures.of(limits.maxMean())),
                    mean, limits.maxMean(), "of 255"));
        }
        return Optional.empty();
    }

    private static Optional<Reason> contrast(Light light, Limits.Faceless limits) {
        double contrast = Figures.rounded(light.deviation());
        if (contrast >= limits.minDeviation()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(PHOTO_LOW_CONTRAST,
                "This photo has hardly any light and shade: its contrast is %s, and at least %s is needed to see a face. Please choose one without fog, haze or a veil of light."
                        .formatted(Figures.of(contrast), Figures.of(limits.minDeviation())),
                contrast, limits.minDeviation(), "contrast"));
    }

    private static Optional<Reason> blur(PhotoReading photo, Limits.Faceless limits) {
        double sharpness = Figures
                .rounded(1000 * photo.sharpness() / Math.max(1, Math.pow(photo.light().deviation(), 2)));
        if (sharpness >= limits.minSharpness()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(PHOTO_BLURRED,
                "This photo is very blurred: its sharpness is %s, and at least %s is needed to see a face. Please hold the camera still and let it focus on your face."
                        .formatted(Figures.of(sharpness), Figures.of(limits.minSharpness())),
                sharpness, limits.minSharpness(), "sharpness"));
    }

    private static Reason noFace() {
        return Reason.refusal(NO_FACE, "We could not find a face in this photo. Please choose one that is the right way"
                + " up and shows your face well lit, turned to the camera and not covered.", 0, 1, "faces");
    }
}
