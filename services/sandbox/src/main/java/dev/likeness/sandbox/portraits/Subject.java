package dev.likeness.sandbox.portraits;

/**
 * How much of each pixel belongs to the person: a generous head and shoulders around the face, with
 * soft edges.
 */
final class Subject {

    private final FaceGuess face;
    private final double aspect;

    /** @param face in the picture's own measure, its radius as a part of the width */
    Subject(FaceGuess face, int width, int height) {
        this.face = face;
        this.aspect = (double) height / width;
    }

    /** @return 0 for background to 1 for person */
    double at(double x, double y) {
        double radius = Math.clamp(face.radius(), 0.14, 0.3);
        double dx = x - face.x();
        double dy = (y - face.y()) * aspect;
        double head = 1.75 * radius;
        double fromHead = Math.sqrt(square(dx / head) + square((dy + 0.1 * radius) / (1.3 * head)));
        double inHead = 1 - smooth(0.85, 1.3, fromHead);
        double below = dy - 0.9 * radius;
        double halfWidth = below < 0 ? 0 : Math.min(0.62, 1.1 * radius + 1.5 * below);
        double inShoulders = halfWidth == 0 ? 0 : 1 - smooth(halfWidth * 0.85, halfWidth * 1.15 + 0.02, Math.abs(dx));
        return Math.max(inHead, inShoulders);
    }

    static double smooth(double from, double to, double value) {
        double part = Math.clamp((value - from) / (to - from), 0, 1);
        return part * part * (3 - 2 * part);
    }

    private static double square(double value) {
        return value * value;
    }
}
