package dev.likeness.validation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.likeness.imaging.Images;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Pictures made for a test: the same seed gives the same bytes. */
public final class TestPhotos {

    private TestPhotos() {}

    public static BufferedImage picture(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D graphics = image.createGraphics();
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), width / 8, height / 8);
        }
        graphics.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height, long seed) {
        return Images.jpeg(picture(width, height, seed), 0.9);
    }

    /**
     * A photo that says that its top is at the right: a viewer turns it by 90 degrees. Carries a GPS
     * position too.
     */
    public static byte[] turnedJpeg(int width, int height, long seed) {
        byte[] jpeg = jpeg(width, height, seed);
        byte[] exif = exif();
        ByteBuffer turned = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        turned.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        return turned.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** Orientation 6 and a GPS directory with one entry (its version). */
    private static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + 2 + 12 + 4);
        exif.put("Exif\0\0".getBytes(US_ASCII)).put((byte) 'M').put((byte) 'M');
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38).putInt(0);
        exif.putShort((short) 1).putShort((short) 0).putShort((short) 1).putInt(4).putInt(0x02030000).putInt(0);
        return exif.array();
    }

    /** A JPEG whose header announces another size than its pixels have. */
    public static byte[] announcing(byte[] jpeg, int width, int height) {
        byte[] patched = jpeg.clone();
        for (int at = 2; at + 9 < patched.length;) {
            int marker = patched[at + 1] & 0xFF;
            if (marker == 0xC0) {
                ByteBuffer.wrap(patched).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return patched;
            }
            at += 2 + (ByteBuffer.wrap(patched).getShort(at + 2) & 0xFFFF);
        }
        throw new IllegalStateException("No baseline frame in this JPEG");
    }

    public static byte[] truncated(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
    }

    /** A text file of that many bytes. */
    public static byte[] text(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'x');
        return text;
    }

    /** As much of a HEIC file as its header is, and big enough to be a photo. */
    public static byte[] heic() {
        ByteBuffer heic = ByteBuffer.allocate(20_000);
        box(heic, "ftyp", 12).put("heic".getBytes(US_ASCII)).putInt(0).put("mif1".getBytes(US_ASCII));
        box(heic, "meta", 4 + 3 * 8 + 12).putInt(0);
        box(box(box(heic, "iprp", 2 * 8 + 12), "ipco", 8 + 12), "ispe", 12).putInt(0).putInt(1200).putInt(1600);
        return heic.array();
    }

    private static ByteBuffer box(ByteBuffer to, String name, int content) {
        return to.putInt(content + 8).put(name.getBytes(US_ASCII));
    }
}
