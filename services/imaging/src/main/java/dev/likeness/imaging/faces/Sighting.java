package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Detector.Candidate;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.FaceReading.Eyes;
import dev.likeness.imaging.reading.FaceReading.Pose;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.Light;
import java.util.Optional;

/** A candidate with what was measured to judge it by, in the pixels of the picture looked at. */
record Sighting(Candidate candidate, Landmarks landmarks, FaceVector vector, double sharpness, Light light) {

    /** Seen lower than this, two photos of one person are no longer alike. */
    private static final double LEAST_HEIGHT_FOR_VECTOR = 32;
    /** What an eye must be seen at for open and closed ones to differ. */
    private static final double LEAST_HEIGHT_FOR_EYES = 70;
    private static final double LEAST_DEFINITION_FOR_EYES = 0.02;
    private static final double LEAST_LUMA_FOR_EYES = 45;
    /** Below this the vector says nothing of the face: a Gaussian of 1.5 % of its height. */
    private static final double BLURRED = 0.012;

    double height() {
        return candidate.area().height();
    }

    boolean isClear() {
        return Plausibility.isClear(vector.quality());
    }

    boolean mayBeBlurred() {
        return Plausibility.mayBeBlurred(candidate, definition() < BLURRED);
    }

    boolean showsEyes() {
        return height() >= LEAST_HEIGHT_FOR_EYES && definition() >= LEAST_DEFINITION_FOR_EYES
                && light.mean() >= LEAST_LUMA_FOR_EYES;
    }

    /** @param scale from the picture looked at to the original */
    FaceReading reading(Pose pose, Optional<Eyes> eyes, double scale) {
        Area area = candidate.area();
        Box box = new Box(area.left() * scale, area.top() * scale, area.width() * scale, area.height() * scale);
        Optional<FaceVector> told = height() >= LEAST_HEIGHT_FOR_VECTOR ? Optional.of(vector) : Optional.empty();
        return new FaceReading(box, candidate.score(), sharpness, light, pose, eyes, told);
    }

    private double definition() {
        double variance = light.deviation() * light.deviation();
        return variance > 0 ? sharpness / variance : 0;
    }
}
