package dev.likeness.imaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.HeicPicture;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.Pictures;
import dev.likeness.imaging.UnreadableImage;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotosTests {

    private static final long LIMIT = 10_000_000;

    @ParameterizedTest
    @CsvSource({"0,-1,top left,top right", "1,-1,bottom left,top left", "2,-1,bottom right,bottom left",
            "3,-1,top right,bottom right", "0,0,bottom left,bottom right", "0,1,top right,top left",
            "1,0,top left,bottom left", "1,1,bottom right,top right"})
    void turnsAndMirrorsHeic(int quarters, int axis, String red, String blue) {
        byte[] mirror = axis < 0 ? Pictures.box("free", new byte[0]) : HeicFiles.imir(axis);
        for (byte[] file : new byte[][]{HeicFiles.corners(HeicFiles.irot(quarters), mirror),
                HeicFiles.grid(HeicFiles.TILE * 2, HeicFiles.TILE * 2, HeicFiles.irot(quarters), mirror)}) {
            BufferedImage image = Photos.decode(file, LIMIT, 2048);
            ImageHeader header = ImageHeader.read(file);
            assertThat(image.getWidth()).isEqualTo(header.uprightWidth());
            assertThat(image.getHeight()).isEqualTo(header.uprightHeight());
            assertColor(image, red, Color.RED);
            assertColor(image, blue, Color.BLUE);
        }
    }

    @Test
    void cropsHeic() {
        BufferedImage image = Photos.decode(
                HeicFiles.corners(HeicFiles.clap(HeicFiles.WIDTH, HeicFiles.HEIGHT, 30, 28)), LIMIT, 2048);
        assertThat(image.getWidth()).isEqualTo(30);
        assertNear(image.getRGB(28, 26), Color.RED, 20);
        BufferedImage cutGrid = Photos.decode(HeicFiles.grid(70, 90), LIMIT, 2048);
        assertThat(cutGrid.getWidth()).isEqualTo(70);
        assertNear(cutGrid.getRGB(67, 10), Color.BLUE, 20);
        assertNear(cutGrid.getRGB(67, 88), Color.GREEN, 20);
    }

    @Test
    void takesHeicOfOddSides() {
        BufferedImage image = Photos.decode(HeicFiles.resource("odd"), LIMIT, 2048);
        assertThat(image.getWidth()).isEqualTo(90);
        assertThat(image.getHeight()).isEqualTo(50);
        assertNear(image.getRGB(89, 5), Color.BLUE, 20);
        assertNear(image.getRGB(89, 49), Color.GREEN, 20);
    }

    @Test
    void refusesHeicOfAnotherSizeThanItSays() {
        for (int[] size : new int[][]{{97, 64}, {32, 32}, {96, 65}}) {
            byte[] file = HeicFiles.file("heic", 1, List.of(HeicFiles.coded(1, "corners", size[0], size[1])));
            assertThatThrownBy(() -> Photos.decode(file, LIMIT, 2048)).isInstanceOf(UnreadableImage.class);
        }
    }

    @Test
    void refusesHeicWithDamagedPixels() {
        HeicPicture good = HeicPicture.of(HeicFiles.corners());
        byte[] coded = good.coded(0);
        Arrays.fill(coded, 0, coded.length, (byte) 0x55);
        byte[] file = HeicFiles.file("heic", 1, List.of(new HeicFiles.Item(1, "hvc1", coded,
                List.of(Pictures.box("hvcC", good.configuration(0)), HeicFiles.ispe(96, 64)), List.of())));
        assertThatThrownBy(() -> Photos.decode(file, LIMIT, 2048)).isInstanceOf(UnreadableImage.class);
    }

    @Test
    void decodesEveryFormatMuchSmaller() {
        BufferedImage big = Images.resize(Photo.synthetic(1600, 1200), 1600);
        for (byte[] file : new byte[][]{Photos.jpeg(big, 0.95), Pictures.encoded("png", big)}) {
            BufferedImage small = Photos.decode(file, LIMIT, 400);
            assertThat(small.getWidth()).isEqualTo(400);
            assertThat(small.getHeight()).isEqualTo(300);
            assertThat(Photo.meanDifference(small, Images.resize(big, 400))).isLessThan(3);
        }
    }

    @Test
    void turnsJpegs() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] file = Pictures.jpegWithExif(orientation, ByteOrder.BIG_ENDIAN);
            assertThat(Photo.meanDifference(Photos.decode(file, LIMIT, 2048), Images.decodeUpright(file, LIMIT)))
                    .isLessThan(2);
        }
    }

    @Test
    void writesJpegsOfAnySideCloseToTheOriginal() {
        for (int side : new int[]{1, 2, 15, 16, 17, 33, 64, 65, 130}) {
            BufferedImage image = Photo.synthetic(side, side + 1);
            byte[] file = Photos.jpeg(image, 0.95);
            BufferedImage back = Images.decodeUpright(file, LIMIT);
            BufferedImage other = Images.decodeUpright(Images.jpeg(image, 0.95), LIMIT);
            assertThat(back.getWidth()).isEqualTo(side);
            assertThat(Photo.meanDifference(back, image))
                    .isLessThan(Photo.meanDifference(other, image) + 1.5);
        }
    }

    private static void assertColor(BufferedImage image, String corner, Color expected) {
        int x = corner.endsWith("left") ? 8 : image.getWidth() - 8;
        int y = corner.startsWith("top") ? 8 : image.getHeight() - 8;
        assertNear(image.getRGB(x, y), expected, 20);
    }

    private static void assertNear(int rgb, Color expected, int tolerance) {
        Color actual = new Color(rgb);
        assertThat(actual.getRed()).isCloseTo(expected.getRed(), within(tolerance));
        assertThat(actual.getGreen()).isCloseTo(expected.getGreen(), within(tolerance));
        assertThat(actual.getBlue()).isCloseTo(expected.getBlue(), within(tolerance));
    }
}
