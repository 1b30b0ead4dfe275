package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Detector.Candidate;

/**
 * Tells a face from what the detector alone takes for one: hair, animals, faces upside down. The
 * limits lie between what was measured on real faces and on the false ones among the same pictures.
 */
final class Plausibility {

    /** Width by height of a box; the narrow ones are of faces cut off at a side. */
    private static final double NARROWEST = 0.35;
    private static final double WIDEST = 1.25;
    /** Height of the landmarks by that of the box. */
    private static final double LEAST_FILLED = 0.6;
    private static final double MOST_TILTED = 60;
    /** Length of the vector: of a cat 1.5, of faces in good light 3.5 and more. */
    private static final double LEAST_QUALITY = 2.3;
    /** Below this a face is looked at the other ways up as well. */
    private static final double DOUBTFUL_QUALITY = 3;
    /** How sure the detector must be of a face that is too blurred for its vector to tell anything. */
    private static final double LEAST_SCORE_OF_BLURRED = 0.9;

    private Plausibility() {}

    /** Whether box and landmarks could be those of an upright face. */
    static boolean hasShape(Area box, Landmarks landmarks) {
        double aspect = box.width() / box.height();
        return aspect >= NARROWEST && aspect <= WIDEST && landmarks.bounds().height() >= LEAST_FILLED * box.height()
                && Math.abs(landmarks.roll()) <= MOST_TILTED && isOrdered(landmarks);
    }

    /**
     * Eyes above the nose, that above the mouth, that above the chin, in the tilted head's own frame.
     */
    private static boolean isOrdered(Landmarks landmarks) {
        double eyes = (depth(landmarks.leftEye().centre(), landmarks) + depth(landmarks.rightEye().centre(), landmarks))
                / 2;
        double nose = depth(landmarks.noseTip(), landmarks);
        double mouth = (depth(landmarks.mouthLeft(), landmarks) + depth(landmarks.mouthRight(), landmarks)) / 2;
        return eyes < nose && nose < mouth && mouth < depth(landmarks.chin(), landmarks);
    }

    /** How far down the head's own axis. */
    private static double depth(Point point, Landmarks landmarks) {
        double roll = Math.toRadians(landmarks.roll());
        return point.y() * Math.cos(roll) - point.x() * Math.sin(roll);
    }

    /** Whether the vector is so short that a face on its side or its head should be ruled out. */
    static boolean isDoubtful(double quality) {
        return quality < DOUBTFUL_QUALITY;
    }

    static boolean isClear(double quality) {
        return quality >= LEAST_QUALITY;
    }

    /** Whether it may be a face that is only too blurred to show. */
    static boolean mayBeBlurred(Candidate candidate, boolean blurred) {
        return blurred && candidate.score() >= LEAST_SCORE_OF_BLURRED;
    }
}
