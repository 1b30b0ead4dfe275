package dev.likeness.imaging.faces;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture at its own size, at half of it, a quarter and so on, so that patches of any scale are
 * cut without aliasing and in little time. Never written to once it is built.
 */
final class Pyramid {

    private static final int SMALLEST = 16;
    private static final float GREY = 127;
    /** What part of a pixel a sample may leave out: less than shows, and most patches need no more. */
    private static final double SKIPPED = 0.25;

    /** What a patch shows where it reaches beyond the picture. */
    enum Outside {
        /** The nearest pixel of the border. */
        BORDER,
        /** A middle grey. */
        GREY
    }

    private final List<Level> levels;

    private Pyramid(List<Level> levels) {
        this.levels = List.copyOf(levels);
    }

    /** @param picture of {@code TYPE_INT_RGB} */
    static Pyramid of(BufferedImage picture) {
        if (picture.getType() != BufferedImage.TYPE_INT_RGB) {
            throw new IllegalArgumentException("Faces are read from TYPE_INT_RGB, not from type " + picture.getType());
        }
        List<Level> levels = new ArrayList<>();
        Level level = new Level(picture.getWidth(), picture.getHeight(), pixels(picture));
        levels.add(level);
        while (Math.min(level.width(), level.height()) >= 2 * SMALLEST) {
            level = level.half();
            levels.add(level);
        }
        return new Pyramid(levels);
    }

    private static int[] pixels(BufferedImage picture) {
        // A part of another picture has gaps between its rows; a whole one is read where it lies.
        boolean whole = picture.getRaster().getParent() == null;
        return whole && picture.getRaster().getDataBuffer() instanceof DataBufferInt buffer
                ? buffer.getData()
                : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    Area area() {
        return new Area(0, 0, levels.getFirst().width(), levels.getFirst().height());
    }

    /** @param toPicture from the patch's coordinates to those of the picture */
    Patch patch(Similarity toPicture, int width, int height, Outside outside) {
        double scale = toPicture.scale();
        int depth = Math.clamp(Math.getExponent(scale), 0, levels.size() - 1);
        double shrink = Math.scalb(1.0, -depth);
        Similarity toLevel = new Similarity(toPicture.a() * shrink, toPicture.b() * shrink, toPicture.dx() * shrink,
                toPicture.dy() * shrink);
        return cut(levels.get(depth), toLevel, new Patch(width, height), outside);
    }

    private static Patch cut(Level level, Similarity toLevel, Patch patch, Outside outside) {
        int samples = Math.max(1, (int) Math.ceil(toLevel.scale() - SKIPPED));
        float weight = 1f / (samples * samples);
        for (int y = 0; y < patch.height(); y++) {
            for (int x = 0; x < patch.width(); x++) {
                int at = y * patch.width() + x;
                if (outside == Outside.GREY && isOutside(level, toLevel.apply(new Point(x + 0.5, y + 0.5)))) {
                    paint(patch, at);
                } else {
                    sample(level, toLevel, patch, x, y, samples, weight);
                }
            }
        }
        return patch;
    }

    private static void sample(Level level, Similarity toLevel, Patch patch, int x, int y, int samples, float weight) {
        int at = y * patch.width() + x;
        for (int j = 0; j < samples; j++) {
            double py = y + (j + 0.5) / samples;
            for (int i = 0; i < samples; i++) {
                double px = x + (i + 0.5) / samples;
                level.add(toLevel.a() * px - toLevel.b() * py + toLevel.dx(),
                        toLevel.b() * px + toLevel.a() * py + toLevel.dy(), weight, patch, at);
            }
        }
    }

    private static boolean isOutside(Level level, Point point) {
        return point.x() < 0 || point.y() < 0 || point.x() >= level.width() || point.y() >= level.height();
    }

    private static void paint(Patch patch, int at) {
        patch.red()[at] = GREY;
        patch.green()[at] = GREY;
        patch.blue()[at] = GREY;
    }
}
