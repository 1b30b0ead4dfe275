package dev.likeness.sandbox.portraits;

import java.awt.image.BufferedImage;

/**
 * Where the face probably is: the place near the middle of the upper half where most skin tones
 * are. Training photos are portraits, so a guess does; a wrong one costs background, never face,
 * because the kept region is generous.
 *
 * @param x 0 to 1 from the left
 * @param y 0 to 1 from the top
 * @param radius of the face, as a part of the photo's shorter side
 */
record FaceGuess(double x, double y, double radius) {

    private static final int GRID = 72;
    private static final double USUAL_X = 0.5;
    private static final double USUAL_Y = 0.4;
    private static final double USUAL_RADIUS = 0.18;

    static FaceGuess in(BufferedImage photo) {
        double[][] skin = skin(photo);
        double x = USUAL_X;
        double y = USUAL_Y;
        double reach = 0.3;
        double radius = USUAL_RADIUS;
        for (int round = 0; round < 6; round++) {
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int row = 0; row < GRID; row++) {
                for (int column = 0; column < GRID; column++) {
                    double px = (column + 0.5) / GRID;
                    double py = (row + 0.5) / GRID;
                    double distance = (square(px - x) + square(py - y)) / square(reach);
                    double weight = skin[row][column] * Math.exp(-distance);
                    sum += weight;
                    sumX += weight * px;
                    sumY += weight * py;
                }
            }
            if (sum < 4) {
                return new FaceGuess(USUAL_X, USUAL_Y, USUAL_RADIUS);
            }
            x = sumX / sum;
            y = sumY / sum;
            radius = Math.clamp(Math.sqrt(sum / Math.PI) / GRID * 1.2, 0.1, 0.26);
            reach = Math.max(0.14, reach * 0.85);
        }
        return new FaceGuess(Math.clamp(x, 0.2, 0.8), Math.clamp(y, 0.15, 0.7), radius);
    }

    /** 1 where the middle of a cell has a skin tone, by the usual box in chroma. */
    private static double[][] skin(BufferedImage photo) {
        double[][] skin = new double[GRID][GRID];
        for (int row = 0; row < GRID; row++) {
            for (int column = 0; column < GRID; column++) {
                int rgb = photo.getRGB((int) ((column + 0.5) / GRID * photo.getWidth()),
                        (int) ((row + 0.5) / GRID * photo.getHeight()));
                double r = rgb >> 16 & 0xff;
                double g = rgb >> 8 & 0xff;
                double b = rgb & 0xff;
                double cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
                double cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
                double light = 0.299 * r + 0.587 * g + 0.114 * b;
                skin[row][column] = light > 50 && cb > 85 && cb < 127 && cr > 135 && cr < 168 ? 1 : 0;
            }
        }
        return skin;
    }

    private static double square(double value) {
        return value * value;
    }
}
