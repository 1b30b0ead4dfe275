package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Pyramid.Outside;
import dev.likeness.imaging.reading.FaceVector;
import java.util.ArrayList;
import java.util.List;

/**
 * The model fr_feature: 512 numbers of a face that was turned, scaled and moved so that eyes, nose
 * and mouth lie where the model expects them.
 */
final class FeatureEmbedder implements Embedder {

    private static final int SIZE = 112;
    private static final float MEAN = 127;
    private static final float DEVIATION = 128;
    /**
     * Where the five points belong in 112 × 112 pixels (J. Deng and others, "ArcFace", 2019, as in
     * InsightFace). There a pixel's centre has whole numbers, here it has halves.
     */
    static final List<Point> REFERENCE = List.of(reference(38.2946, 51.6963), reference(73.5318, 51.5014),
            reference(56.0252, 71.7366), reference(41.5493, 92.3655), reference(70.7299, 92.2041));

    private final Model model = Model.load("fr_feature.onnx");

    private static Point reference(double x, double y) {
        return new Point(x + 0.5, y + 0.5);
    }

    @Override
    public String name() {
        return "fr_feature";
    }

    @Override
    public String version() {
        return "0.0.1-similarity5";
    }

    @Override
    public FaceVector embed(Pyramid picture, Landmarks landmarks) {
        Similarity toPicture = Similarity.between(REFERENCE, landmarks.five());
        Patch patch = picture.patch(toPicture, SIZE, SIZE, Outside.BORDER);
        // Blue first: the network was trained on OpenCV's order.
        float[] input = Patch.planes(MEAN, DEVIATION, patch.blue(), patch.green(), patch.red());
        return vector(model.run(input, 1, 3, SIZE, SIZE).named("output"));
    }

    private FaceVector vector(float[] output) {
        double squares = 0;
        for (float value : output) {
            squares += value * value;
        }
        double length = Math.sqrt(squares);
        List<Float> values = new ArrayList<>(output.length);
        for (float value : output) {
            values.add((float) (value / length));
        }
        return new FaceVector(name(), version(), values, length);
    }

    @Override
    public void close() {
        model.close();
    }
}
