package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Pyramid.Outside;
import dev.likeness.imaging.reading.FaceReading.Pose;

/**
 * How a head is turned. Roll is the slope of the line through the eyes: steadier than the network's
 * own. Yaw and pitch are the network's, which sees the face with level eyes. The network gives for
 * each angle the logarithmic odds of 66 bins of 3°; the angle is their mean, weighted by softmax
 * (N. Ruiz, E. Chong, J. Rehg, "Fine-grained head pose estimation without keypoints", 2018).
 */
final class PoseEstimator implements AutoCloseable {

    private static final int SIZE = 224;
    /** How much more than the face's box it wants to see. */
    private static final double MARGIN = 1.5;
    private static final double DEGREES_PER_BIN = 3;
    private static final double FIRST_BIN = -99;
    /** Mean and deviation of ImageNet's pictures: red, green, blue. */
    private static final float[] MEAN = {123.675f, 116.28f, 103.53f};
    private static final float[] DEVIATION = {58.395f, 57.12f, 57.375f};

    private final Model model = Model.load("fr_pose.onnx");

    Pose estimate(Pyramid picture, Area face, Landmarks landmarks) {
        double roll = landmarks.roll();
        Patch patch = picture.patch(Similarity.ontoSquare(face.centre(), face.height() * MARGIN, SIZE, roll), SIZE,
                SIZE, Outside.BORDER);
        float[][] planes = {patch.red(), patch.green(), patch.blue()};
        float[] input = new float[planes.length * SIZE * SIZE];
        for (int i = 0; i < planes.length; i++) {
            Patch.normalise(planes[i], MEAN[i], DEVIATION[i], input, i * SIZE * SIZE);
        }
        Outputs outputs = model.run(input, 1, 3, SIZE, SIZE);
        // The network counts yaw the other way round.
        return new Pose(-degrees(outputs.named("output")), degrees(outputs.named("617")), roll);
    }

    private static double degrees(float[] odds) {
        double weights = 0;
        double sum = 0;
        for (int bin = 0; bin < odds.length; bin++) {
            double weight = Math.exp(odds[bin]);
            weights += weight;
            sum += weight * bin;
        }
        return sum / weights * DEGREES_PER_BIN + FIRST_BIN;
    }

    @Override
    public void close() {
        model.close();
    }
}
