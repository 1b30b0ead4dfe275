package dev.likeness.imaging;

import static dev.likeness.imaging.Pictures.HEIGHT;
import static dev.likeness.imaging.Pictures.WIDTH;
import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.NOT_AN_IMAGE;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageHeaderTests {

    @Test
    void readsEachFormat(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("no-picture.txt"), Pictures.jpeg());
        assertThat(ImageHeader.read(file)).isEqualTo(new ImageHeader(ImageFormat.JPEG, WIDTH, HEIGHT, 1, false));
        assertThat(ImageHeader.read(Pictures.progressiveJpeg()))
                .isEqualTo(new ImageHeader(ImageFormat.JPEG, WIDTH, HEIGHT, 1, false));
        assertThat(ImageHeader.read(Pictures.png()))
                .isEqualTo(new ImageHeader(ImageFormat.PNG, WIDTH, HEIGHT, 1, false));
        assertThat(ImageHeader.read(Pictures.WEBP_LOSSY)).isEqualTo(new ImageHeader(ImageFormat.WEBP, 1, 1, 1, false));
        assertThat(ImageHeader.read(Pictures.webpLossless()))
                .isEqualTo(new ImageHeader(ImageFormat.WEBP, WIDTH, HEIGHT, 1, false));
        assertThat(ImageHeader.read(Pictures.heic("heic", 4032, 3024)))
                .isEqualTo(new ImageHeader(ImageFormat.HEIC, 4032, 3024, 1, false));
    }

    @Test
    void readsTheOrientationWhereverAFormatKeepsIt() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] webp = Pictures.webpExtended(0x08, Pictures.vp8l(),
                    Pictures.riffChunk("EXIF", Pictures.exif(orientation, ByteOrder.LITTLE_ENDIAN)));
            for (byte[] file : new byte[][]{Pictures.jpegWithExif(orientation, ByteOrder.LITTLE_ENDIAN),
                    Pictures.jpegWithExif(orientation, ByteOrder.BIG_ENDIAN), Pictures.pngWithExif(orientation),
                    webp}) {
                ImageHeader header = ImageHeader.read(file);
                assertThat(header.orientation()).isEqualTo(orientation);
                assertThat(header.uprightWidth()).isEqualTo(orientation > 4 ? HEIGHT : WIDTH);
                assertThat(header.uprightHeight()).isEqualTo(orientation > 4 ? WIDTH : HEIGHT);
            }
        }
    }

    @Test
    void takesAnOrientationOutOfRangeForUpright() {
        for (int orientation : new int[]{0, 9, 0xffff}) {
            assertThat(ImageHeader.read(Pictures.jpegWithExif(orientation, ByteOrder.BIG_ENDIAN)).orientation())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsAnimations() {
        byte[] animation = Pictures.insert(Pictures.png(), 33, Pictures.pngChunk("acTL", new byte[8]));
        assertThat(ImageHeader.read(animation).animated()).isTrue();
        assertThat(ImageHeader.read(Pictures.webpExtended(0x02, Pictures.riffChunk("ANIM", new byte[6]))).animated())
                .isTrue();
        assertThat(ImageHeader.read(Pictures.heic("hevc", 10, 10)).animated()).isTrue();
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> ImageHeader.read("a text file".getBytes(UTF_8)))
                .isInstanceOfSatisfying(UnreadableImage.class, e -> assertThat(e.reason()).isEqualTo(NOT_AN_IMAGE));
        assertThatThrownBy(() -> ImageHeader.read(new byte[0]))
                .isInstanceOfSatisfying(UnreadableImage.class, e -> assertThat(e.reason()).isEqualTo(NOT_AN_IMAGE));
    }

    @Test
    void refusesAHeaderThatIsCut() {
        assertThatThrownBy(() -> ImageHeader.read(Arrays.copyOf(Pictures.png(), 20)))
                .isInstanceOfSatisfying(UnreadableImage.class, e -> assertThat(e.reason()).isEqualTo(TRUNCATED));
        assertThatThrownBy(() -> ImageHeader.read(Arrays.copyOf(Pictures.jpeg(), 40)))
                .isInstanceOfSatisfying(UnreadableImage.class, e -> assertThat(e.reason()).isEqualTo(TRUNCATED));
    }

    @Test
    void refusesAStillWhoseFrameIsLargerThanItsCanvas() {
        byte[] file = Pictures.webpExtended(0, Pictures.vp8l());
        file[24] = 1;
        assertThatThrownBy(() -> ImageHeader.read(file))
                .isInstanceOfSatisfying(UnreadableImage.class, e -> assertThat(e.reason()).isEqualTo(CORRUPT));
    }

    @Test
    void readsLittleOfAnEndlessHeader() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {

            private final byte[] start = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 2};

            @Override
            public int read() {
                long at = read.getAndIncrement();
                return at < start.length ? start[(int) at] & 0xff : 0x20;
            }
        };
        assertThatThrownBy(() -> ImageHeader.read(endless)).isInstanceOf(UnreadableImage.class);
        assertThat(read.get()).isLessThan(600_000);
    }

    @Test
    void leavesTroubleWithTheFileItselfToTheCaller(@TempDir Path directory) {
        assertThatThrownBy(() -> ImageHeader.read(directory.resolve("absent")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void leavesTheStreamOpen() throws Exception {
        try (InputStream in = new ByteArrayInputStream(Pictures.jpeg())) {
            assertThat(ImageHeader.read(in).width()).isEqualTo(WIDTH);
        }
    }
}
