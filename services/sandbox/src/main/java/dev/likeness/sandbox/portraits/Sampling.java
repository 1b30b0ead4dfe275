package dev.likeness.sandbox.portraits;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Reading a photo between its pixels. */
final class Sampling {

    private Sampling() {}

    /** Bilinear; beyond the edge the photo goes on mirrored. */
    static int at(BufferedImage photo, double x, double y) {
        int[] pixels = ((DataBufferInt) photo.getRaster().getDataBuffer()).getData();
        int width = photo.getWidth();
        int height = photo.getHeight();
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double fx = x - x0;
        double fy = y - y0;
        int left = reflect(x0, width);
        int right = reflect(x0 + 1, width);
        int upper = reflect(y0, height) * width;
        int lower = reflect(y0 + 1, height) * width;
        return mix(mix(pixels[upper + left], pixels[upper + right], fx),
                mix(pixels[lower + left], pixels[lower + right], fx), fy);
    }

    /** @param part 0 is all of {@code one}, 1 all of {@code other} */
    static int mix(int one, int other, double part) {
        int weight = (int) (part * 256);
        int rest = 256 - weight;
        int red = ((one >> 16 & 0xff) * rest + (other >> 16 & 0xff) * weight) >> 8;
        int green = ((one >> 8 & 0xff) * rest + (other >> 8 & 0xff) * weight) >> 8;
        int blue = ((one & 0xff) * rest + (other & 0xff) * weight) >> 8;
        return red << 16 | green << 8 | blue;
    }

    private static int reflect(int at, int size) {
        int within = at < 0 ? -at - 1 : at;
        if (within >= size) {
            within = 2 * size - 1 - within;
        }
        return Math.clamp(within, 0, size - 1);
    }
}
