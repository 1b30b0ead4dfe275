package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColorProfileTests {

    @Test
    void turnsLinearLightIntoSrgbAsTheJdkDoes() {
        ICC_Profile linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB);
        BufferedImage ours = gradient();
        BufferedImage theirs = gradient();
        ColorProfile.of(linear.getData()).orElseThrow().toSrgb(ours);
        Upright.toSrgb(theirs, linear);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 16; y++) {
                assertNear(ours.getRGB(x, y), theirs.getRGB(x, y), 2);
            }
        }
    }

    @Test
    void leavesSrgbAsItIs() {
        BufferedImage image = gradient();
        ColorProfile.of(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData()).orElseThrow().toSrgb(image);
        assertThat(image.getRGB(100, 7)).isEqualTo(gradient().getRGB(100, 7));
    }

    /** Values of Apple's ColorSync utility and the CSS Color 4 draft: P3's red is beyond sRGB's. */
    @Test
    void turnsDisplayP3IntoSrgb() {
        assertNear(p3(0xff0000), 0xff0000, 1);
        assertNear(p3(0x808080), 0x808080, 1);
        assertNear(p3(0xffffff), 0xffffff, 1);
        // color(display-p3 0.8 0.5 0.3) is rgb(217 125 66).
        assertNear(p3(0xcc804d), 0xd97d42, 2);
    }

    @Test
    void readsTheProfileThatPhonesWrite() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xcc804d);
        MatrixProfile.read(displayP3())
                .orElseThrow()
                .convert(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        assertNear(image.getRGB(0, 0), 0xd97d42, 2);
    }

    @Test
    void ignoresWhatIsNoProfileOfRgb() {
        assertThat(ColorProfile.of(new byte[0])).isEmpty();
        assertThat(ColorProfile.of(new byte[500])).isEmpty();
        assertThat(ColorProfile.of(ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData())).isEmpty();
    }

    @Test
    void joinsTheProfileOfAJpegWhateverTheOrderOfItsParts() {
        byte[] icc = {1, 2, 3, 4, 5, 6};
        byte[] second = part(2, 2, new byte[]{4, 5, 6});
        byte[] first = part(1, 2, new byte[]{1, 2, 3});
        byte[] file = Pictures.insert(Pictures.jpeg(), 2, Pictures.concat(second, first));
        assertThat(JpegProfile.read(file)).contains(icc);
        assertThat(JpegProfile.read(Pictures.insert(Pictures.jpeg(), 2, second))).isEqualTo(Optional.empty());
    }

    private static byte[] part(int number, int count, byte[] content) {
        byte[] name = "ICC_PROFILE\0".getBytes(US_ASCII);
        return Pictures.concat(new byte[]{(byte) 0xff, (byte) 0xe2, 0, (byte) (2 + name.length + 2 + content.length)},
                name, new byte[]{(byte) number, (byte) count}, content);
    }

    private static int p3(int rgb) {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, rgb);
        ColorProfile.displayP3ToSrgb(image);
        return image.getRGB(0, 0);
    }

    /** Curves as a formula of kind 3, which the JDK has no values for. */
    private static byte[] displayP3() {
        double[][] colorants = {{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}};
        ByteBuffer icc = ByteBuffer.allocate(600).position(128).putInt(6);
        String channels = "rgb";
        for (int i = 0; i < 3; i++) {
            icc.put((channels.charAt(i) + "XYZ").getBytes(US_ASCII))
                    .putInt(300 + 20 * i)
                    .putInt(20);
            icc.put((channels.charAt(i) + "TRC").getBytes(US_ASCII))
                    .putInt(400)
                    .putInt(32);
            for (int k = 0; k < 3; k++) {
                icc.putInt(308 + 20 * i + 4 * k, (int) Math.round(colorants[i][k] * 65536));
            }
        }
        icc.position(400)
                .put("para".getBytes(US_ASCII))
                .putInt(0)
                .putShort((short) 3)
                .putShort((short) 0);
        for (double value : new double[]{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
            icc.putInt((int) Math.round(value * 65536));
        }
        return icc.array();
    }

    private static BufferedImage gradient() {
        BufferedImage image = new BufferedImage(256, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 256; x++) {
            for (int y = 0; y < 16; y++) {
                image.setRGB(x, y, x << 16 | (255 - x) << 8 | y * 17);
            }
        }
        return image;
    }

    private static void assertNear(int actual, int expected, int tolerance) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 0xff).isCloseTo(expected >> shift & 0xff, within(tolerance));
        }
    }
}
