package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ImagesTests {

    @Test
    void keepsNoMetadata() {
        byte[] file = Pictures.jpegWithExif(6, ByteOrder.LITTLE_ENDIAN);
        String place = new String(Pictures.GPS, ISO_8859_1);
        assertThat(new String(file, ISO_8859_1)).contains(place);
        BufferedImage image = Images.decodeUpright(file, Images.MAX_PIXELS);

        for (byte[] written : new byte[][]{Images.jpeg(image, 0.9), Images.png(image),
                Images.thumbnail(file, 20, Images.MAX_PIXELS)}) {
            assertThat(new String(written, ISO_8859_1)).doesNotContain(place, "Exif", "eXIf", "ICC", "iCCP", "http");
            assertThat(ImageHeader.read(written).orientation()).isEqualTo(1);
        }
        assertThat(new String(Images.jpeg(image, 0.9), ISO_8859_1)).contains("JFIF");
    }

    @Test
    void writesTheQualityThatWasAsked() {
        BufferedImage image = Pictures.corners(BufferedImage.TYPE_INT_RGB);
        assertThat(Images.jpeg(image, 0.95).length).isGreaterThan(Images.jpeg(image, 0.3).length);
        for (double wrong : new double[]{0, -1, 95, Double.NaN}) {
            assertThatThrownBy(() -> Images.jpeg(image, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void writesAJpegOfAPictureWithAlpha() {
        BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        assertThat(Images.decodeUpright(Images.jpeg(clear, 0.9), 1000).getRGB(5, 5)).isEqualTo(0xff_ff_ff_ff);
    }

    @Test
    void writesAPngPixelByPixel() {
        BufferedImage image = Pictures.corners(BufferedImage.TYPE_INT_RGB);
        BufferedImage read = Images.decodeUpright(Images.png(image), 10_000);
        for (int x = 0; x < image.getWidth(); x++) {
            assertThat(read.getRGB(x, 7)).isEqualTo(image.getRGB(x, 7));
        }
    }

    @Test
    void scalesDownToTheLongSideAndNeverUp() {
        BufferedImage image = new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_RGB);
        assertThat(Images.resize(image, 300)).satisfies(small -> {
            assertThat(small.getWidth()).isEqualTo(300);
            assertThat(small.getHeight()).isEqualTo(100);
        });
        assertThat(Images.resize(image, 3000)).isSameAs(image);
        assertThat(Images.resize(new BufferedImage(5000, 2, BufferedImage.TYPE_INT_RGB), 100).getHeight()).isEqualTo(1);
    }

    @Test
    void averagesEveryPixelWhenItScalesDown() {
        BufferedImage stripes = new BufferedImage(1600, 1600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1600; x++) {
            for (int y = 0; y < 1600; y++) {
                stripes.setRGB(x, y, x % 2 == 0 ? 0xff_ff_ff : 0);
            }
        }
        BufferedImage small = Images.resize(stripes, 100);
        for (int x = 0; x < 100; x++) {
            assertThat(new Color(small.getRGB(x, 50)).getGreen()).isCloseTo(128, within(3));
        }
    }

    @Test
    void makesAThumbnailUpright() {
        byte[] thumbnail = Images.thumbnail(Pictures.jpegWithExif(6, ByteOrder.BIG_ENDIAN), 24, 10_000);
        ImageHeader header = ImageHeader.read(thumbnail);
        assertThat(header.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(header.width()).isEqualTo(16);
        assertThat(header.height()).isEqualTo(24);
    }
}
