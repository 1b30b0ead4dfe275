package dev.likeness.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Small good files, damaged at random: a failure names the seed that replays it. */
class MutationTests {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MUTANTS = 4_000;
    private static final long LIMIT = 1_000_000;
    /** The limit at twelve bytes a pixel, and the decoders' own tables. */
    private static final long MAX_ALLOCATION = LIMIT * 12 + 20_000_000;

    private static final List<byte[]> SEEDS = List.of(Pictures.jpeg(), Pictures.progressiveJpeg(),
            Pictures.jpegWithExif(6, ByteOrder.LITTLE_ENDIAN), Pictures.png(), Pictures.pngWithExif(3),
            Pictures.encoded("png", Pictures.corners(BufferedImage.TYPE_BYTE_INDEXED)),
            Pictures.encoded("png", Pictures.corners(BufferedImage.TYPE_INT_ARGB)), Pictures.webpLossless(),
            Pictures.WEBP_LOSSY,
            Pictures.webpExtended(0x08, Pictures.vp8l(),
                    Pictures.riffChunk("EXIF", Pictures.exif(5, ByteOrder.BIG_ENDIAN))),
            Pictures.heic("heic", 640, 480));

    @Test
    void neverThrowsAnythingElseAndNeverTakesMoreMemory() {
        int decoded = 0;
        for (int seed = 0; seed < MUTANTS; seed++) {
            byte[] mutant = mutant(new Random(seed));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                BufferedImage image = Images.decodeUpright(mutant, LIMIT);
                assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(LIMIT);
                decoded++;
            } catch (UnreadableImage e) {
                assertThat(e.reason()).isNotNull();
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed, e);
            }
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).as("seed %d", seed)
                    .isLessThan(MAX_ALLOCATION);
        }
        // Both ways were taken.
        assertThat(decoded).isBetween(MUTANTS / 100, MUTANTS * 99 / 100);
    }

    private static byte[] mutant(RandomGenerator random) {
        byte[] file = SEEDS.get(random.nextInt(SEEDS.size())).clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            // Headers are at the front: half of the damage goes there.
            int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 80));
            switch (random.nextInt(6)) {
                case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> file[at] = (byte) random.nextInt();
                case 2 ->
                    Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) (random.nextBoolean() ? 0xff : 0));
                case 3 -> file = Arrays.copyOf(file, Math.max(1, file.length - random.nextInt(20)));
                case 4 -> file = Pictures.insert(file, at, new byte[1 + random.nextInt(8)]);
                default -> file = Pictures.concat(Arrays.copyOf(file, at),
                        Arrays.copyOfRange(file, Math.min(file.length, at + 1 + random.nextInt(8)), file.length));
            }
            if (file.length == 0) {
                return file;
            }
        }
        return file;
    }
}
