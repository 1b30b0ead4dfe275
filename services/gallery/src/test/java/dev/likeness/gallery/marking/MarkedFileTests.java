package dev.likeness.gallery.marking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.Images;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class MarkedFileTests {

    private static final String SOURCE_TYPE = "Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/"
            + "digitalsourcetype/trainedAlgorithmicMedia\"";
    private static final BufferedImage NOISE = noise();
    private static final byte[] JPEG = Images.jpeg(NOISE, 0.9);
    private static final byte[] PNG = Images.png(NOISE);

    @Test
    void marksAJpegBehindItsJfifSegmentAndLeavesItsPixels() {
        byte[] marked = MarkedFile.mark(JPEG);

        assertThat(text(marked)).containsOnlyOnce(SOURCE_TYPE).startsWith("\u00ff\u00d8\u00ff\u00e0");
        int jfif = 4 + (JPEG[4] << 8 | JPEG[5] & 0xFF);
        assertThat(marked[jfif + 1] & 0xFF).isEqualTo(0xE1);
        assertThat(text(marked).substring(jfif + 4)).startsWith("http://ns.adobe.com/xap/1.0/\0<?xpacket begin=");
        assertThat(pixels(marked)).isEqualTo(pixels(JPEG));
    }

    @Test
    void marksAPng() {
        byte[] marked = MarkedFile.mark(PNG);

        assertThat(text(marked)).containsOnlyOnce(SOURCE_TYPE);
        assertThat(text(marked).substring(33 + 4)).startsWith("iTXtXML:com.adobe.xmp\0\0\0\0\0<?xpacket");
        assertThat(pixels(marked)).isEqualTo(pixels(PNG));
    }

    @Test
    void leavesOutWhatAFileSaysOfItself() {
        byte[] talking = join(Arrays.copyOf(JPEG, 2), segment(0xE1, "Exif\0\0secret"),
                segment(0xED, "Photoshop 3.0\0secret"),
                new byte[]{(byte) 0xFF}, segment(0xFE, "secret"), segment(0xE2, "ICC_PROFILE\0profile"),
                segment(0xEE, "Adobe\0"), Arrays.copyOfRange(JPEG, 2, JPEG.length));

        byte[] marked = MarkedFile.mark(talking);

        assertThat(text(marked)).doesNotContain("secret").contains("ICC_PROFILE\0profile", "Adobe\0", SOURCE_TYPE);
        assertThat(MarkedFile.mark(marked)).isEqualTo(marked);
    }

    @Test
    void leavesOutWhatAPngSaysOfItself() {
        byte[] chunk = chunk("tEXtparameters\0secret");
        byte[] talking = join(Arrays.copyOf(PNG, 33), chunk, Arrays.copyOfRange(PNG, 33, PNG.length));

        assertThat(MarkedFile.mark(talking)).isEqualTo(MarkedFile.mark(PNG));
    }

    @Test
    void leavesAloneWhatItCannotFollow() {
        byte[] cut = Arrays.copyOf(JPEG, 100);
        byte[] webp = "RIFF....WEBPVP8 ".getBytes(ISO_8859_1);

        for (byte[] odd : new byte[][]{cut, webp, new byte[0], Arrays.copyOf(JPEG, 3), Arrays.copyOf(PNG, 40)}) {
            assertThat(MarkedFile.mark(odd)).isEqualTo(odd);
            assertThat(MarkedFile.of(odd).form()).isEqualTo(MarkedFile.Form.PLAIN);
        }
    }

    @Test
    void knowsLengthAndChecksumWithoutTheFile() {
        for (byte[] file : new byte[][]{JPEG, PNG, new byte[]{1, 2, 3}, new byte[0]}) {
            MarkedFile marked = MarkedFile.of(file);
            byte[] whole = MarkedFile.mark(file);
            CRC32 crc = new CRC32();
            crc.update(whole);

            assertThat(marked.length()).isEqualTo(whole.length);
            assertThat(marked.crc()).isEqualTo(crc.getValue());
        }
    }

    @Test
    void survivesEveryCutAndManyWrongBytes() {
        Random random = new Random(7);
        for (int length = 0; length < 800; length++) {
            assertThat(MarkedFile.mark(Arrays.copyOf(JPEG, length))).isNotNull();
            byte[] wrong = Arrays.copyOf(length % 2 == 0 ? JPEG : PNG, 2000);
            for (int i = 0; i < 4; i++) {
                wrong[random.nextInt(700)] = (byte) random.nextInt();
            }
            MarkedFile marked = MarkedFile.of(wrong);
            assertThat(MarkedFile.mark(wrong)).hasSize((int) marked.length());
        }
    }

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 80; y++) {
            for (int x = 0; x < 60; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static int[] pixels(byte[] file) {
        return Images.decodeUpright(file, 10_000).getRGB(0, 0, 60, 80, null, 0, 60);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] segment(int marker, String content) {
        byte[] bytes = content.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(4 + bytes.length)
                .putShort((short) (0xFF00 | marker))
                .putShort((short) (2 + bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] chunk(String content) {
        byte[] bytes = content.getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(8 + bytes.length)
                .putInt(bytes.length - 4)
                .put(bytes)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
