package dev.likeness.imaging;

import static dev.likeness.imaging.Pictures.HEIGHT;
import static dev.likeness.imaging.Pictures.SQUARE;
import static dev.likeness.imaging.Pictures.WIDTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTests {

    private static final long LIMIT = 100_000;

    /**
     * EXIF 2.32: which sides the stored row 0 and column 0 are on, hence where two stored corners go.
     */
    @ParameterizedTest
    @CsvSource({"1,top left,top right", "2,top right,top left", "3,bottom right,bottom left",
            "4,bottom left,bottom right", "5,top left,bottom left", "6,top right,bottom right",
            "7,bottom right,top right", "8,bottom left,top left"})
    void turnsEveryOrientationUpright(int orientation, String red, String blue) {
        byte[] webp = Pictures.webpExtended(0x08, Pictures.vp8l(),
                Pictures.riffChunk("EXIF", Pictures.exif(orientation, ByteOrder.BIG_ENDIAN)));
        assertColor(Images.decodeUpright(webp, LIMIT), red, new Color(200, 255, 50));
        for (byte[] file : new byte[][]{Pictures.pngWithExif(orientation),
                Pictures.jpegWithExif(orientation, ByteOrder.LITTLE_ENDIAN)}) {
            BufferedImage image = Images.decodeUpright(file, LIMIT);

            assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
            assertThat(image.getWidth()).isEqualTo(orientation > 4 ? HEIGHT : WIDTH);
            assertThat(image.getHeight()).isEqualTo(orientation > 4 ? WIDTH : HEIGHT);
            assertColor(image, red, Pictures.TOP_LEFT);
            assertColor(image, blue, Pictures.TOP_RIGHT);
            for (String other : new String[]{"top left", "top right", "bottom left", "bottom right"}) {
                if (!other.equals(red) && !other.equals(blue)) {
                    assertColor(image, other, Color.GREEN);
                }
            }
        }
    }

    @Test
    void decodesAFile(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("photo"), Pictures.progressiveJpeg());
        assertColor(Images.decodeUpright(file, LIMIT), "top right", Pictures.TOP_RIGHT);
        assertThat(Images.decodeUpright(Pictures.WEBP_LOSSY, LIMIT).getWidth()).isEqualTo(1);
    }

    @Test
    void putsWhatIsTransparentOnWhite() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x80_00_00_00);
        image.setRGB(1, 0, 0xff_10_20_30);
        BufferedImage decoded = Images.decodeUpright(Pictures.encoded("png", image), LIMIT);

        assertThat(decoded.getRGB(5, 5)).isEqualTo(0xff_ff_ff_ff);
        assertThat(decoded.getRGB(0, 0)).isEqualTo(0xff_7f_7f_7f);
        assertThat(decoded.getRGB(1, 0)).isEqualTo(0xff_10_20_30);
    }

    @Test
    void keepsGrayAsDarkAsItWas() {
        BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                gray.getRaster().setSample(x, y, 0, 100);
                deep.getRaster().setSample(x, y, 0, 100 << 8 | 7);
            }
        }
        for (byte[] file : new byte[][]{Pictures.encoded("png", gray), Pictures.encoded("png", deep),
                Pictures.encoded("jpeg", gray)}) {
            assertNear(new Color(Images.decodeUpright(file, LIMIT).getRGB(9, 9)), new Color(100, 100, 100), 2);
        }
    }

    @Test
    void readsPalettesAndSixteenBits() {
        BufferedImage palette = Pictures.corners(BufferedImage.TYPE_BYTE_INDEXED);
        assertColor(Images.decodeUpright(Pictures.encoded("png", palette), LIMIT), "top left", Color.RED);

        var colors = new java.awt.image.ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                java.awt.Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colors.createCompatibleWritableRaster(WIDTH, HEIGHT);
        raster.setPixel(3, 3, new int[]{0x1234, 0x8000, 0xffff});
        byte[] file = Pictures.encoded("png", new BufferedImage(colors, raster, false, null));
        assertThat(Images.decodeUpright(file, LIMIT).getRGB(3, 3)).isEqualTo(0xff_12_80_ff);
    }

    @Test
    void readsTheFourColoursOfPrinters() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                raster.setPixel(x, y, new int[]{255, 0, 0, 255});
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        byte[] plain = Pictures.written(writer, new IIOImage(raster, null, null), writer.getDefaultWriteParam());
        // Adobe's marker: four colours, and stored inverted, as all programs do.
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] file = Pictures.insert(plain, 2, adobe);

        Color color = new Color(Images.decodeUpright(file, LIMIT).getRGB(9, 9));
        assertThat(color.getRed()).isGreaterThan(180);
        assertThat(color.getGreen()).isLessThan(80);
        assertThat(color.getBlue()).isLessThan(80);
    }

    @Test
    void convertsTheColoursOfAProfile() throws Exception {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, 0x37_37_37);
            }
        }
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(new byte[]{'l', 'i', 'n', 0, 0});
        try (var deflater = new DeflaterOutputStream(chunk)) {
            deflater.write(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
        }
        byte[] file = Pictures.insert(Pictures.encoded("png", image), 33,
                Pictures.pngChunk("iCCP", chunk.toByteArray()));

        // 0x37 of linear light is 0.2157, which sRGB writes as 0.502.
        assertNear(new Color(Images.decodeUpright(file, LIMIT).getRGB(9, 9)), new Color(128, 128, 128), 2);
    }

    @Test
    void givesItsShareOfMemoryBack() {
        int before = PixelBudget.ofThisJvm().available();
        assertThat(Images.decodeUpright(Pictures.jpeg(), LIMIT)).isNotNull();
        assertThat(PixelBudget.ofThisJvm().available()).isEqualTo(before);
    }

    private static void assertColor(BufferedImage image, String corner, Color expected) {
        int half = SQUARE / 2;
        int x = corner.endsWith("left") ? half : image.getWidth() - half;
        int y = corner.startsWith("top") ? half : image.getHeight() - half;
        assertNear(new Color(image.getRGB(x, y)), expected, 12);
    }

    private static void assertNear(Color actual, Color expected, int tolerance) {
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(tolerance));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(tolerance));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(tolerance));
    }
}
