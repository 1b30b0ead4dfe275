package dev.likeness.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A profile of three curves and a matrix (ICC.1:2022, §8.3.2): stored value to linear light to XYZ
 * under D50, and from there to sRGB (IEC 61966-2-1).
 */
final class MatrixProfile {

    /** XYZ under D50 to linear sRGB: the inverse of the colorants in the ICC's own sRGB profile. */
    private static final double[][] TO_SRGB = {{3.1341359, -1.6173863, -0.4906619},
            {-0.9787955, 1.9162543, 0.0334427}, {0.0719554, -0.2289769, 1.4053860}};
    private static final double[][] P3 = {{0.5151215, 0.2919769, 0.1571045}, {0.2411957, 0.6922454, 0.0665741},
            {-0.0010500, 0.0418854, 0.7840729}};
    static final MatrixProfile DISPLAY_P3 = new MatrixProfile(P3, ToneCurve.SRGB, ToneCurve.SRGB, ToneCurve.SRGB);

    /** Steps of linear light in the table back to stored values: enough for sRGB's steep start. */
    private static final int STEPS = 1 << 14;
    private static final byte[] STORED = stored();
    /** Below this no value of the 8-bit picture would be another one. */
    private static final int SAME = 1;

    private final float[][] linear = new float[3][256];
    private final float[][] matrix = new float[3][3];

    private MatrixProfile(double[][] colorants, ToneCurve... curves) {
        for (int channel = 0; channel < 3; channel++) {
            for (int value = 0; value < 256; value++) {
                linear[channel][value] = (float) curves[channel].linear(value / 255.0);
            }
            for (int row = 0; row < 3; row++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += TO_SRGB[row][k] * colorants[k][channel];
                }
                matrix[row][channel] = (float) (sum * (STEPS - 1));
            }
        }
    }

    /** Empty where the profile is of another kind, or says something out of range. */
    static Optional<MatrixProfile> read(byte[] icc) {
        try {
            IccTags tags = IccTags.read(icc);
            if (tags.find("A2B0").isPresent()) {
                return Optional.empty();
            }
            double[][] colorants = new double[3][3];
            ToneCurve[] curves = new ToneCurve[3];
            String channels = "rgb";
            for (int channel = 0; channel < 3; channel++) {
                ByteBuffer xyz = tags.find(channels.charAt(channel) + "XYZ").orElseThrow();
                xyz.position(8);
                for (int k = 0; k < 3; k++) {
                    colorants[k][channel] = xyz.getInt() / 65536.0;
                }
                curves[channel] = ToneCurve.read(tags.find(channels.charAt(channel) + "TRC").orElseThrow());
            }
            return Optional.of(new MatrixProfile(colorants, curves));
        } catch (BufferUnderflowException | IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing would change that a person could see. */
    boolean isSrgb() {
        int[] probes = new int[6 * 6 * 6];
        for (int i = 0; i < probes.length; i++) {
            probes[i] = i / 36 * 51 << 16 | i / 6 % 6 * 51 << 8 | i % 6 * 51;
        }
        int[] converted = probes.clone();
        convert(converted);
        for (int i = 0; i < probes.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                if (Math.abs((probes[i] >> shift & 0xff) - (converted[i] >> shift & 0xff)) > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Opaque 0xRRGGBB in place. */
    void convert(int[] pixels) {
        float[] reds = linear[0];
        float[] greens = linear[1];
        float[] blues = linear[2];
        float[] toRed = matrix[0];
        float[] toGreen = matrix[1];
        float[] toBlue = matrix[2];
        int last = ~0;
        int lastConverted = 0;
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            if (pixel != last) {
                last = pixel;
                float red = reds[pixel >> 16 & 0xff];
                float green = greens[pixel >> 8 & 0xff];
                float blue = blues[pixel & 0xff];
                lastConverted = stored(toRed, red, green, blue) << 16 | stored(toGreen, red, green, blue) << 8
                        | stored(toBlue, red, green, blue);
            }
            pixels[i] = lastConverted;
        }
    }

    private static int stored(float[] row, float red, float green, float blue) {
        int step = (int) (row[0] * red + row[1] * green + row[2] * blue + 0.5f);
        return STORED[Math.max(0, Math.min(STEPS - 1, step))] & 0xff;
    }

    private static byte[] stored() {
        byte[] stored = new byte[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double light = i / (STEPS - 1.0);
            double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
            stored[i] = (byte) Math.round(255 * value);
        }
        return stored;
    }
}
