package dev.likeness.imaging.examining;

import dev.likeness.imaging.AreaScaling;
import dev.likeness.imaging.reading.Light;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * How bright each pixel is, from 0 to 255 (ITU-R BT.601), row by row.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Luma(int width, int height, float[] values) {

    /** Of an opaque picture ({@code TYPE_INT_RGB}). */
    static Luma of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            values[i] = 0.299f * (pixel >> 16 & 0xff) + 0.587f * (pixel >> 8 & 0xff) + 0.114f * (pixel & 0xff);
        }
        return new Luma(image.getWidth(), image.getHeight(), values);
    }

    Light light() {
        int[] histogram = new int[256];
        for (float value : values) {
            histogram[(int) (value + 0.5f)]++;
        }
        double sum = 0;
        double squares = 0;
        long dark = 0;
        long bright = 0;
        for (int level = 0; level < histogram.length; level++) {
            double count = histogram[level];
            sum += level * count;
            squares += (double) level * level * count;
            dark += level < Light.SHADOWS_BELOW ? histogram[level] : 0;
            bright += level > Light.HIGHLIGHTS_ABOVE ? histogram[level] : 0;
        }
        double mean = sum / values.length;
        return new Light(mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean)),
                (double) dark / values.length, (double) bright / values.length);
    }

    /** To this long side: averaged where it is smaller, interpolated where it is larger. */
    Luma scaled(int longSide) {
        int longest = Math.max(width, height);
        int toWidth = Math.max(1, Math.toIntExact(Math.round((double) width * longSide / longest)));
        int toHeight = Math.max(1, Math.toIntExact(Math.round((double) height * longSide / longest)));
        return longest >= longSide ? averaged(toWidth, toHeight) : interpolated(toWidth, toHeight);
    }

    Luma averaged(int toWidth, int toHeight) {
        return new Luma(toWidth, toHeight, new AreaScaling(width, height, toWidth, toHeight).scale(values));
    }

    private Luma interpolated(int toWidth, int toHeight) {
        float[] larger = new float[toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            float fromY = Math.clamp((y + 0.5f) * height / toHeight - 0.5f, 0, height - 1);
            int top = (int) fromY;
            int below = Math.min(height - 1, top + 1);
            for (int x = 0; x < toWidth; x++) {
                float fromX = Math.clamp((x + 0.5f) * width / toWidth - 0.5f, 0, width - 1);
                int left = (int) fromX;
                int right = Math.min(width - 1, left + 1);
                float upper = mix(values[top * width + left], values[top * width + right], fromX - left);
                float lower = mix(values[below * width + left], values[below * width + right], fromX - left);
                larger[y * toWidth + x] = mix(upper, lower, fromY - top);
            }
        }
        return new Luma(toWidth, toHeight, larger);
    }

    private static float mix(float from, float to, float share) {
        return from + (to - from) * share;
    }
}
