package dev.likeness.imaging.faces;

import dev.likeness.imaging.reading.Light;

/**
 * Luma of a face alone, scaled to a fixed height so that figures of photos of any size can be
 * compared: what lies within the ellipse that its box encloses.
 */
@SuppressWarnings("ArrayRecordComponent") // Read by its own methods only.
record Skin(int width, int height, float[] luma) {

    private static final int HEIGHT = 128;

    static Skin of(Pyramid picture, Area face) {
        double scale = face.height() / HEIGHT;
        int width = Math.max(3, Math.toIntExact(Math.round(face.width() / scale)));
        Patch patch = picture.patch(new Similarity(scale, 0, face.left(), face.top()), width, HEIGHT,
                Pyramid.Outside.BORDER);
        return new Skin(width, HEIGHT, patch.luma());
    }

    /** Variance of the Laplacian by four neighbours (J. Pech-Pacheco and others, 2000). */
    double sharpness() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                if (isFace(x, y)) {
                    int at = y * width + x;
                    double bend = luma[at - 1] + luma[at + 1] + luma[at - width] + luma[at + width] - 4 * luma[at];
                    sum += bend;
                    squares += bend * bend;
                    count++;
                }
            }
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }

    Light light() {
        double sum = 0;
        double squares = 0;
        int shadows = 0;
        int highlights = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isFace(x, y)) {
                    float value = luma[y * width + x];
                    sum += value;
                    squares += value * value;
                    shadows += value < Light.SHADOWS_BELOW ? 1 : 0;
                    highlights += value > Light.HIGHLIGHTS_ABOVE ? 1 : 0;
                    count++;
                }
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        return new Light(mean, deviation, (double) shadows / count, (double) highlights / count);
    }

    private boolean isFace(int x, int y) {
        double dx = (x + 0.5) / width * 2 - 1;
        double dy = (y + 0.5) / height * 2 - 1;
        return dx * dx + dy * dy <= 1;
    }
}
