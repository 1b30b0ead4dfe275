package dev.likeness.sandbox.portraits;

import java.util.Random;

/**
 * Light and tone: warm or cool, more or less contrast and colour, from one side, darker towards the
 * corners.
 */
final class Light {

    private final double[] gains;
    private final double gamma;
    private final double contrast;
    private final double saturation;
    private final double towardsX;
    private final double towardsY;
    private final double corners;

    Light(Look look) {
        Random chance = look.chance(Look.Part.LIGHT);
        double warmth = 0.14 * (chance.nextDouble() - 0.5);
        gains = new double[]{1 + warmth, 1, 1 - warmth};
        gamma = 0.9 + 0.22 * chance.nextDouble();
        contrast = 0.94 + 0.2 * chance.nextDouble();
        saturation = 0.82 + 0.34 * chance.nextDouble();
        double direction = 2 * Math.PI * chance.nextDouble();
        double strength = 0.1 + 0.22 * chance.nextDouble();
        towardsX = strength * Math.cos(direction);
        towardsY = strength * Math.sin(direction);
        corners = 0.35 * chance.nextDouble();
    }

    /** @param x 0 to 1 from the left; @param y 0 to 1 from the top */
    int on(int rgb, double x, double y) {
        double dx = x - 0.5;
        double dy = y - 0.5;
        double light = (1 + 2 * (dx * towardsX + dy * towardsY)) * (1 - corners * 2 * (dx * dx + dy * dy));
        double red = (rgb >> 16 & 0xff) / 255.0 * gains[0];
        double green = (rgb >> 8 & 0xff) / 255.0 * gains[1];
        double blue = (rgb & 0xff) / 255.0 * gains[2];
        double grey = 0.299 * red + 0.587 * green + 0.114 * blue;
        double toned = Math.pow(Math.clamp(grey, 0, 1), gamma);
        double target = ((toned - 0.5) * contrast + 0.5) * light;
        double factor = grey < 0.004 ? light : target / grey;
        return channel((grey + (red - grey) * saturation) * factor) << 16
                | channel((grey + (green - grey) * saturation) * factor) << 8
                | channel((grey + (blue - grey) * saturation) * factor);
    }

    private static int channel(double value) {
        return (int) Math.clamp(Math.round(value * 255), 0, 255);
    }
}
