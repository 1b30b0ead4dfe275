package dev.likeness.imaging.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * A picture of Java's as a frame for FFmpeg's encoder: YCbCr in full range as JFIF has it (ITU-T
 * T.871), chroma the mean of four pixels.
 */
final class RgbFrame {

    private static final int ALIGNMENT = 64;
    private static final int HALF = 1 << 15;
    private static final int HALF_OF_FOUR = 1 << 17;
    private static final int MIDDLE_OF_FOUR = 128 << 18;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final byte[] luma;
    private final byte[] blues;
    private final byte[] reds;

    private RgbFrame(BufferedImage image) {
        width = image.getWidth();
        height = image.getHeight();
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        luma = new byte[width];
        blues = new byte[(width + 1) / 2];
        reds = new byte[(width + 1) / 2];
    }

    /** To be freed by the caller. */
    static AVFrame of(BufferedImage image) {
        AVFrame frame = av_frame_alloc();
        frame.width(image.getWidth());
        frame.height(image.getHeight());
        frame.format(AV_PIX_FMT_YUVJ420P);
        if (av_frame_get_buffer(frame, ALIGNMENT) < 0) {
            av_frame_free(frame);
            throw new OutOfMemoryError("a frame");
        }
        new RgbFrame(image).fill(frame);
        return frame;
    }

    private void fill(AVFrame frame) {
        for (int y = 0; y < height; y++) {
            luma(y * width);
            put(frame, 0, y, luma);
            if ((y & 1) == 0) {
                chroma(y * width, Math.min(height - 1, y + 1) * width);
                put(frame, 1, y / 2, blues);
                put(frame, 2, y / 2, reds);
            }
        }
    }

    private static void put(AVFrame frame, int plane, int row, byte[] values) {
        var _ = new BytePointer(frame.data(plane)).position((long) row * frame.linesize(plane)).put(values);
    }

    private void luma(int line) {
        for (int x = 0; x < width; x++) {
            int pixel = pixels[line + x];
            luma[x] = (byte) ((pixel >> 16 & 0xff) * 19595 + (pixel >> 8 & 0xff) * 38470 + (pixel & 0xff) * 7471
                    + HALF >> 16);
        }
    }

    private void chroma(int upper, int lower) {
        for (int x = 0; x < blues.length; x++) {
            int left = 2 * x;
            int right = Math.min(width - 1, left + 1);
            int a = pixels[upper + left];
            int b = pixels[upper + right];
            int c = pixels[lower + left];
            int d = pixels[lower + right];
            // Two sums at a time: red and blue do not reach into each other.
            int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff);
            int green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00) >> 8;
            int red = redBlue >>> 16;
            int blue = redBlue & 0xffff;
            blues[x] = (byte) Math.min(255, blue * 32768 - red * 11059 - green * 21709 + MIDDLE_OF_FOUR
                    + HALF_OF_FOUR >> 18);
            reds[x] = (byte) Math.min(255, red * 32768 - green * 27439 - blue * 5329 + MIDDLE_OF_FOUR
                    + HALF_OF_FOUR >> 18);
        }
    }
}
