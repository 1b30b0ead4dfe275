package dev.likeness.imaging.codec;

import java.awt.image.BufferedImage;

/** A picture with soft and hard edges and some colour, for comparing. */
public final class Photo {

    private Photo() {}

    public static BufferedImage synthetic(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                int red = (int) (127 + 120 * Math.sin(7 * u + 3 * v));
                int green = (int) (127 + 90 * Math.cos(5 * v));
                int blue = (u - 0.5) * (u - 0.5) + (v - 0.4) * (v - 0.4) < 0.05 ? 220 : 60;
                image.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return image;
    }

    /** Mean of the differences of all values, from 0 to 255. */
    public static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                }
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }
}
