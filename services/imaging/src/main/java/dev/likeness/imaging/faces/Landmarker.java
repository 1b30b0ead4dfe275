package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Pyramid.Outside;
import java.util.ArrayList;
import java.util.List;

/** Finds the landmarks of a face in the square of its box's height. */
final class Landmarker implements AutoCloseable {

    private static final int SIZE = 64;
    private static final float RANGE = 256;

    private final Model model = Model.load("fr_landmark.onnx");

    /** @param roll how far the face is turned in the picture's plane, in degrees, clockwise */
    Landmarks find(Pyramid picture, Area face, double roll) {
        Similarity toPicture = Similarity.ontoSquare(face.centre(), face.height(), SIZE, roll);
        Patch patch = picture.patch(toPicture, SIZE, SIZE, Outside.BORDER);
        float[] shares = model.run(Patch.planes(0, RANGE, patch.luma()), 1, 1, SIZE, SIZE).named("output");
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < Landmarks.COUNT; i++) {
            points.add(toPicture.apply(new Point(shares[2 * i] * SIZE, shares[2 * i + 1] * SIZE)));
        }
        return new Landmarks(points);
    }

    @Override
    public void close() {
        model.close();
    }
}
