package dev.likeness.imaging.examining;

import dev.likeness.imaging.reading.ColorHistogram;
import dev.likeness.imaging.reading.FaceReading;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;

/**
 * The colours around the people in a picture. A person is taken to reach from three quarters of a
 * face above the face to the lower edge, a face to either side. Where there is no face, the outer
 * frame counts, 15 % of each side.
 */
final class Background {

    private static final double FRAME = 0.15;
    private static final double ABOVE = 0.75;
    private static final double BESIDE = 1;
    /** Less than this is an edge, and no background. */
    private static final double MIN_SHARE = 0.02;

    private Background() {}

    private record Area(double left, double top, double right, double bottom) {

        boolean has(int x, int y) {
            return x >= left && x < right && y >= top && y < bottom;
        }
    }

    /** @param scale how many times larger the original is, in whose pixels the faces are */
    static ColorHistogram of(BufferedImage small, List<FaceReading> faces, double scale) {
        List<Area> people = people(small, faces, scale);
        int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
        int[] counts = new int[ColorHistogram.BINS];
        int total = 0;
        for (int y = 0, at = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++, at++) {
                if (isOutside(people, x, y)) {
                    int pixel = pixels[at];
                    counts[pixel >> 18 & 0x30 | pixel >> 12 & 0xc | pixel >> 6 & 3]++;
                    total++;
                }
            }
        }
        List<Float> shares = new ArrayList<>();
        if (total >= Math.max(1, MIN_SHARE * pixels.length)) {
            for (int count : counts) {
                shares.add((float) count / total);
            }
        }
        return new ColorHistogram(shares);
    }

    private static List<Area> people(BufferedImage small, List<FaceReading> faces, double scale) {
        if (faces.isEmpty()) {
            double x = small.getWidth() * FRAME;
            double y = small.getHeight() * FRAME;
            return List.of(new Area(x, y, small.getWidth() - x, small.getHeight() - y));
        }
        return faces.stream().map(face -> {
            FaceReading.Box box = face.box();
            return new Area((box.x() - BESIDE * box.width()) / scale, (box.y() - ABOVE * box.height()) / scale,
                    (box.x() + (1 + BESIDE) * box.width()) / scale, small.getHeight());
        }).toList();
    }

    private static boolean isOutside(List<Area> people, int x, int y) {
        for (Area area : people) {
            if (area.has(x, y)) {
                return false;
            }
        }
        return true;
    }
}
