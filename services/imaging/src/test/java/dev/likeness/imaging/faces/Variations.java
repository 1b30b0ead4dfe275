package dev.likeness.imaging.faces;

import dev.likeness.imaging.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/** Pictures made from others, the same on every run. */
final class Variations {

    private static final Color BACKDROP = new Color(112, 120, 132);

    private Variations() {}

    static BufferedImage mirrored(BufferedImage picture) {
        return drawn(picture.getWidth(), picture.getHeight(),
                graphics -> graphics.drawImage(picture, picture.getWidth(),
                        0, -picture.getWidth(), picture.getHeight(), null));
    }

    /** Clockwise as it is seen, on a canvas that holds all of it. */
    static BufferedImage turned(BufferedImage picture, double degrees) {
        double angle = Math.toRadians(degrees);
        double sin = Math.abs(Math.sin(angle));
        double cos = Math.abs(Math.cos(angle));
        int width = (int) Math.round(picture.getWidth() * cos + picture.getHeight() * sin);
        int height = (int) Math.round(picture.getWidth() * sin + picture.getHeight() * cos);
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.rotate(angle);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        return drawn(width, height, graphics -> graphics.drawImage(picture, turn, null));
    }

    static BufferedImage lit(BufferedImage picture, double factor) {
        return toned(picture, value -> value * factor);
    }

    /** Brought nearer to a middle grey. */
    static BufferedImage flattened(BufferedImage picture, double contrast) {
        return toned(picture, value -> 128 + (value - 128) * contrast);
    }

    private static BufferedImage toned(BufferedImage picture, DoubleUnaryOperator tone) {
        BufferedImage toned = copy(picture);
        for (int y = 0; y < toned.getHeight(); y++) {
            for (int x = 0; x < toned.getWidth(); x++) {
                int pixel = toned.getRGB(x, y);
                int changed = 0;
                for (int shift = 16; shift >= 0; shift -= 8) {
                    long value = Math.round(tone.applyAsDouble(pixel >>> shift & 255));
                    changed |= Math.clamp(value, 0, 255) << shift;
                }
                toned.setRGB(x, y, changed);
            }
        }
        return toned;
    }

    /** By a Gaussian of that standard deviation in pixels. */
    static BufferedImage blurred(BufferedImage picture, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * radius + 1];
        float sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        var across = new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null);
        return copy(down.filter(across.filter(picture, null), null));
    }

    static BufferedImage jpeg(BufferedImage picture, double quality) {
        return Images.decodeUpright(Images.jpeg(picture, quality), Images.MAX_PIXELS);
    }

    /** So that the face is about {@code height} pixels high. */
    static BufferedImage withFaceOf(double height, BufferedImage picture, Area face) {
        double factor = height / face.height();
        int longSide = (int) Math.round(Math.max(picture.getWidth(), picture.getHeight()) * factor);
        if (factor <= 1) {
            return Images.resize(picture, longSide);
        }
        return drawn((int) Math.round(picture.getWidth() * factor), (int) Math.round(picture.getHeight() * factor),
                graphics -> graphics.drawImage(picture, AffineTransform.getScaleInstance(factor, factor), null));
    }

    /** The face at a place of a canvas, given as shares of its sides, and so high a share of it. */
    static BufferedImage framed(BufferedImage picture, Area face, double share, int width, int height, double x,
            double y) {
        double factor = share * height / face.height();
        BufferedImage source = Images.resize(picture,
                (int) Math.round(Math.max(picture.getWidth(), picture.getHeight()) * Math.min(1, factor)));
        double rest = factor * picture.getWidth() / source.getWidth();
        AffineTransform place = AffineTransform.getTranslateInstance(x * width - face.centre().x() * factor,
                y * height - face.centre().y() * factor);
        place.scale(rest, rest);
        return drawn(width, height, graphics -> graphics.drawImage(source, place, null));
    }

    static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
        return drawn(left.getWidth() + right.getWidth(), Math.max(left.getHeight(), right.getHeight()), graphics -> {
            graphics.drawImage(left, 0, 0, null);
            graphics.drawImage(right, left.getWidth(), 0, null);
        });
    }

    static BufferedImage cropped(BufferedImage picture, int left, int top, int right, int bottom) {
        return drawn(right - left, bottom - top, graphics -> graphics.drawImage(picture, -left, -top, null));
    }

    static BufferedImage copy(BufferedImage picture) {
        return drawn(picture.getWidth(), picture.getHeight(), graphics -> graphics.drawImage(picture, 0, 0, null));
    }

    static BufferedImage drawn(int width, int height, Consumer<Graphics2D> drawing) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(BACKDROP);
        graphics.fillRect(0, 0, width, height);
        drawing.accept(graphics);
        graphics.dispose();
        return canvas;
    }
}
