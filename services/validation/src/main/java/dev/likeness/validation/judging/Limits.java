package dev.likeness.validation.judging;

/** What photos and sets are held against. */
public record Limits(Picture picture, Face face, Light light, Faceless faceless, Twins twins, Person person,
        SetLimits set, Coverage coverage) {

    /**
     * @param minBytes smallest file
     * @param maxBytes largest file
     * @param maxPixels most pixels
     * @param maxSide longest side, in pixels
     * @param minShortSide shortest short side, in pixels
     * @param recommendedShortSide in pixels; below it, a warning
     */
    public record Picture(long minBytes, long maxBytes, long maxPixels, int maxSide, int minShortSide,
            int recommendedShortSide) {}

    /**
     * @param minScore of the detector, 0 to 1: what is less sure is not counted as a face
     * @param countedShare height over that of the largest face, 0 to 1: what is smaller is background
     * @param minHeight in pixels
     * @param recommendedHeight in pixels; below it, a warning
     * @param minShare height over the picture's long side, 0 to 1: pictures are looked at reduced, and
     * what is smaller there can't be told apart from a blur
     * @param edgeGap least distance between the box and the left, right and lower edge over the box's
     * size: the box of a face that is cut off ends there
     * @param topGap the same at the upper edge, where a box follows the hair line
     * @param maxYaw to either side, in degrees
     * @param profileYaw to either side, in degrees; beyond it, a warning
     * @param maxPitch up or down, in degrees
     * @param minSharpness a thousand times the face's definition: variance of the Laplacian over
     * variance of luma, the face scaled to a height of 128
     * @param recommendedSharpness the same; below it, a warning
     * @param minQuality length of the face vector before normalising
     * @param minEyes how likely the more open eye is open, 0 to 1; below it, a warning
     */
    public record Face(double minScore, double countedShare, int minHeight, int recommendedHeight, double minShare,
            double edgeGap,
            double topGap, double maxYaw, double profileYaw, double maxPitch, double minSharpness,
            double recommendedSharpness, double minQuality,
            double minEyes) {}

    /**
     * Of the face alone, by its luma from 0 to 255.
     *
     * @param minMean darker is too dark
     * @param maxShadows most of the face that may be black, 0 to 1
     * @param maxMean brighter is too bright
     * @param maxHighlights most of the face that may be burnt out, 0 to 1
     * @param minDeviation contrast
     * @param contrastFrom mean luma from which contrast is asked for: a dark face has little
     */
    public record Light(double minMean, double maxShadows, double maxMean, double maxHighlights, double minDeviation,
            double contrastFrom) {}

    /**
     * Of a whole picture in which no face was found, by its luma from 0 to 255.
     *
     * @param minMean darker is too dark
     * @param maxMean brighter is too bright
     * @param minDeviation contrast
     * @param minSharpness a thousand times the variance of the Laplacian over the variance of luma, the
     * picture scaled to a long side of 1024
     */
    public record Faceless(double minMean, double maxMean, double minDeviation, double minSharpness) {}

    /**
     * @param hashDistance bits of 64; no further apart: near-duplicates
     * @param burstDistance bits of 64; no further apart and likeness and pose as below: shots of one
     * moment
     * @param burstLikeness least likeness of the two faces, -1 to 1
     * @param burstPose most degrees between the two heads, in each direction
     */
    public record Twins(int hashDistance, int burstDistance, double burstLikeness, double burstPose) {}

    /**
     * Likeness of faces, -1 to 1.
     *
     * @param same at least as alike: the same person
     * @param ask less alike: somebody else; between both, the person is asked
     * @param rivalShare of the largest group's size, 0 to 1: a group of others as large as this is no
     * accident, and nobody guesses who is meant
     */
    public record Person(double same, double ask, double rivalShare) {

        public Person {
            if (ask > same) {
                throw new IllegalArgumentException("Likeness to ask about is at most that of the same person: " + ask
                        + " is more than " + same);
            }
        }
    }

    /**
     * What a varied set has; never a reason to refuse one.
     *
     * @param closeUp least height of the face over that of the picture, 0 to 1
     * @param headAndShoulders the same; less than this and at least {@code halfBody}: half body
     * @param halfBody the same; less is a full body
     * @param sideYaw beyond it, in degrees, the head is turned to a side
     * @param tiltPitch beyond it, in degrees, the head looks up or down
     * @param lightSpread mean difference of the pictures' mean luma that counts as varied
     * @param backgroundSpread mean share of colours that two backgrounds have not in common, 0 to 1,
     * that counts as varied
     */
    public record Coverage(double closeUp, double headAndShoulders, double halfBody, double sideYaw, double tiltPitch,
            double lightSpread, double backgroundSpread, Wanted wanted) {

        /** How many photos of a kind make it complete. */
        public record Wanted(int closeUps, int headAndShoulders, int halfBodies, int fronts, int lefts, int rights,
                int tilted) {}
    }
}
