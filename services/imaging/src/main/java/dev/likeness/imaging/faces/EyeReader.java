package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Landmarks.Eye;
import dev.likeness.imaging.faces.Pyramid.Outside;
import dev.likeness.imaging.reading.FaceReading.Eyes;

/** How open the eyes are. */
final class EyeReader implements AutoCloseable {

    private static final int SIZE = 24;
    private static final float RANGE = 255;
    private static final int CLOSED = 0;
    private static final int OPEN = 1;
    /** Side of the square looked at, by the eye's width. */
    private static final double MARGIN = 1.6;
    /**
     * Luma that every eye is brought to, that of eyes in good light: in the dark the network takes open
     * eyes for closed ones.
     */
    private static final float MEAN = 128;
    private static final float DEVIATION = 45;
    private static final float LEAST_DEVIATION = 1;

    private final Model model = Model.load("fr_eye.onnx");

    Eyes read(Pyramid picture, Landmarks landmarks) {
        double roll = landmarks.roll();
        return new Eyes(open(picture, landmarks.leftEye(), roll), open(picture, landmarks.rightEye(), roll));
    }

    private double open(Pyramid picture, Eye eye, double roll) {
        Similarity toPicture = Similarity.ontoSquare(eye.centre(), eye.width() * MARGIN, SIZE, roll);
        float[] luma = picture.patch(toPicture, SIZE, SIZE, Outside.BORDER).luma();
        level(luma);
        float[] odds = model.run(Patch.planes(0, RANGE, luma), 1, 1, SIZE, SIZE).named("output");
        return 1 / (1 + Math.exp(odds[CLOSED] - odds[OPEN]));
    }

    private static void level(float[] luma) {
        double sum = 0;
        double squares = 0;
        for (float value : luma) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / luma.length;
        double variance = Math.max(0, squares / luma.length - mean * mean);
        double gain = DEVIATION / Math.max(LEAST_DEVIATION, Math.sqrt(variance));
        for (int i = 0; i < luma.length; i++) {
            luma[i] = Math.clamp((float) ((luma[i] - mean) * gain + MEAN), 0, RANGE);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
