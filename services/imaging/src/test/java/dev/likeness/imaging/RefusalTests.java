package dev.likeness.imaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import dev.likeness.imaging.UnreadableImage.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class RefusalTests {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LIMIT = 100_000;

    @Test
    void refusesAHugeHeaderAtOnceAndWithoutMemory() {
        byte[] png = Pictures.concat(Pictures.pngHeader(65_000, 65_000), Pictures.pngChunk("IDAT", new byte[10]));
        for (byte[] bomb : new byte[][]{Pictures.jpegHeader(65_000, 65_000), png}) {
            assertThat(reason(bomb, Images.MAX_PIXELS)).isEqualTo(Reason.TOO_MANY_PIXELS);
            long fastest = Long.MAX_VALUE;
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10; i++) {
                long start = System.nanoTime();
                assertThat(reason(bomb, Images.MAX_PIXELS)).isEqualTo(Reason.TOO_MANY_PIXELS);
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
            assertThat(fastest).isLessThan(5_000_000);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(10 * 200_000);
        }
    }

    @Test
    void inflatesNoTextBeforeThePixels() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(new byte[]{'a', 0, 0});
        try (var deflater = new DeflaterOutputStream(text)) {
            deflater.write(new byte[200_000_000]);
        }
        byte[] bomb = Pictures.insert(
                Pictures.encoded("png", Pictures.corners(BufferedImage.TYPE_BYTE_INDEXED)), 33,
                Pictures.pngChunk("zTXt", text.toByteArray()));
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(Images.decodeUpright(bomb, LIMIT)).isNotNull();
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).isLessThan(20_000_000);
    }

    @Test
    void refusesAHundredBytesThatPromiseMillionsOfPixels() {
        byte[] lossless = Pictures.webpLossless();
        int size = 7999 | 7999 << 14;
        for (int i = 0; i < 4; i++) {
            lossless[21 + i] = (byte) ((i == 3 ? lossless[24] & 0xf0 : 0) | size >> 8 * i);
        }
        byte[] lossy = Pictures.WEBP_LOSSY.clone();
        lossy[26] = lossy[28] = 0x40;
        lossy[27] = lossy[29] = 0x1f;
        for (byte[] file : new byte[][]{lossless, lossy}) {
            assertThat(ImageHeader.read(file).pixels()).isGreaterThanOrEqualTo(63_000_000);
            long start = System.nanoTime();
            assertThat(reason(file, Images.MAX_PIXELS)).isIn(Reason.CORRUPT, Reason.TRUNCATED);
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThat(reason("a text file named photo.jpg".getBytes(UTF_8), LIMIT))
                .isEqualTo(Reason.NOT_AN_IMAGE);
    }

    @Test
    void refusesEveryFileThatIsCut() {
        for (byte[] file : new byte[][]{Pictures.jpeg(), Pictures.progressiveJpeg(), Pictures.png(),
                Pictures.webpLossless()}) {
            assertThat(Images.decodeUpright(file, LIMIT)).isNotNull();
            for (int length = 200; length < file.length; length += 7) {
                assertThat(reason(Arrays.copyOf(file, length), LIMIT)).isEqualTo(Reason.TRUNCATED);
            }
            assertThat(reason(Arrays.copyOf(file, file.length - 1), LIMIT)).isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void refusesAJpegThatLostAPieceInTheMiddle() {
        byte[] whole = Pictures.encoded("jpeg", noise(200));
        byte[] without = new byte[whole.length - 3000];
        System.arraycopy(whole, 0, without, 0, 5000);
        System.arraycopy(whole, 8000, without, 5000, without.length - 5000);
        assertThat(reason(without, LIMIT)).isIn(Reason.CORRUPT, Reason.TRUNCATED);
    }

    @Test
    void takesAJpegWithMoreBehindItsEnd() {
        byte[] withClip = Pictures.concat(Pictures.jpeg(), new byte[5000]);
        assertThat(Images.decodeUpright(withClip, LIMIT)).isNotNull();
    }

    @Test
    void refusesADamagedPng() {
        byte[] file = Pictures.png();
        file[file.length - 30] ^= 0x40;
        assertThat(reason(file, LIMIT)).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void refusesAnimations() {
        byte[] animation = Pictures.insert(Pictures.png(), 33, Pictures.pngChunk("acTL", new byte[8]));
        assertThat(reason(animation, LIMIT)).isEqualTo(Reason.SEVERAL_FRAMES);
    }

    @Test
    void opensNoHeicInThisProcess() {
        assertThat(reason(HeicFiles.corners(), Images.MAX_PIXELS)).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] file = Pictures.jpeg();
        int scan = 0;
        while (file[scan] != (byte) 0xff || file[scan + 1] != (byte) 0xda) {
            scan++;
        }
        byte[] scans = new byte[0];
        for (int i = 0; i < 101; i++) {
            scans = Pictures.concat(scans, Arrays.copyOfRange(file, scan, file.length - 2));
        }
        byte[] endless = Pictures.concat(Arrays.copyOf(file, scan), scans, new byte[]{(byte) 0xff, (byte) 0xd9});
        assertThat(reason(endless, LIMIT)).isEqualTo(Reason.CORRUPT);
    }

    @Test
    void hasASentenceForEveryReason() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.sentence()).endsWith(".").hasSizeGreaterThan(20);
        }
    }

    private static Reason reason(byte[] file, long limit) {
        UnreadableImage refusal = catchThrowableOfType(UnreadableImage.class, () -> {
            var _ = Images.decodeUpright(file, limit);
        });
        assertThat(refusal).isNotNull();
        return refusal.reason();
    }

    private static BufferedImage noise(int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        return image;
    }
}
