package dev.likeness.sandbox.portraits;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** New pictures from photos. The same photos and look give the same pixels. */
public final class Portraits {

    /** How much of the new background shows where there is no person. */
    private static final double REPLACED = 0.88;

    private Portraits() {}

    /** The photos' person, framed, lit and set against a background by the seed. */
    public static BufferedImage portrait(List<Photo> photos, Look look) throws IOException {
        Framing framing = new Framing(chosen(photos, look), look);
        int[] person = framing.render();
        int[] backdrop = Backdrop.paint(look);
        Subject subject = new Subject(framing.face(), look.width(), look.height());
        Light light = new Light(look);
        BufferedImage picture = new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = pixels(picture);
        for (int y = 0; y < look.height(); y++) {
            double v = (y + 0.5) / look.height();
            for (int x = 0; x < look.width(); x++) {
                double u = (x + 0.5) / look.width();
                int at = y * look.width() + x;
                int mixed = Sampling.mix(person[at], backdrop[at], REPLACED * (1 - subject.at(u, v)));
                pixels[at] = light.on(mixed, u, v);
            }
        }
        return picture;
    }

    /** Half the one and half the other. */
    public static BufferedImage blend(List<Photo> photos, List<Photo> others, Look look) throws IOException {
        BufferedImage picture = portrait(photos, look);
        int[] pixels = pixels(picture);
        int[] other = pixels(portrait(others, look));
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Sampling.mix(pixels[i], other[i], 0.5);
        }
        return picture;
    }

    /** A photo as it is, cut from its middle and resized. */
    public static BufferedImage copy(List<Photo> photos, Look look) throws IOException {
        BufferedImage photo = chosen(photos, look);
        double scale = Math.max((double) look.width() / photo.getWidth(), (double) look.height() / photo.getHeight());
        int width = (int) Math.ceil(photo.getWidth() * scale);
        int height = (int) Math.ceil(photo.getHeight() * scale);
        BufferedImage picture = new BufferedImage(look.width(), look.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(photo, (look.width() - width) / 2, (look.height() - height) / 2, width, height, null);
        graphics.dispose();
        return picture;
    }

    /** Hills under a sky, and nobody there. */
    public static BufferedImage scene(Look look) {
        Random chance = look.chance(Look.Part.BACKDROP);
        int width = look.width();
        int height = look.height();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        float hue = 0.5f + 0.15f * chance.nextFloat();
        graphics.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, 0.6f, 0.7f), 0, height,
                Color.getHSBColor(hue, 0.15f, 0.95f)));
        graphics.fillRect(0, 0, width, height);
        for (int ridge = 0; ridge < 4; ridge++) {
            graphics.setPaint(Color.getHSBColor(0.3f + 0.06f * chance.nextFloat(), 0.3f + 0.12f * ridge,
                    0.6f - 0.12f * ridge));
            double phase = 6 * chance.nextDouble();
            double waves = 2 + 3 * chance.nextDouble();
            double base = height * (0.45 + 0.14 * ridge);
            for (int x = 0; x < width; x++) {
                double angle = waves * x / width * 2 + phase;
                int top = (int) (base - height * (0.06 * Math.sin(angle) + 0.02 * Math.sin(3.1 * angle)));
                graphics.drawLine(x, top, x, height);
            }
        }
        graphics.dispose();
        return picture;
    }

    /** By the seed; one that can't be read gives way to the next. */
    private static BufferedImage chosen(List<Photo> photos, Look look) throws IOException {
        int first = look.chance(Look.Part.CHOICE).nextInt(Math.max(1, photos.size()));
        IOException unreadable = new IOException("no photo");
        for (int i = 0; i < photos.size(); i++) {
            try {
                return photos.get((first + i) % photos.size()).read();
            } catch (IOException e) {
                unreadable = e;
            }
        }
        throw unreadable;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
