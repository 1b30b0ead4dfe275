package dev.likeness.imaging.corpus;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.NOT_AN_IMAGE;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.HeicPicture;
import dev.likeness.imaging.Pictures;
import dev.likeness.imaging.codec.Photo;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Files that end at every tenth of their length, and ones that lost or changed something within.
 */
final class Cuts {

    /** A WebP is not told by less. */
    private static final int SIGNATURE_BYTES = 15;

    private Cuts() {}

    static List<Sample> all() {
        Map<String, byte[]> whole = new LinkedHashMap<>();
        whole.put("JPEG", Pictures.encoded("jpeg", Photo.synthetic(400, 300)));
        whole.put("progressive JPEG", Pictures.progressiveJpeg());
        whole.put("PNG", Pictures.encoded("png", Photo.synthetic(200, 150)));
        whole.put("lossless WebP", Pictures.webpLossless());
        whole.put("lossy WebP", Pictures.WEBP_CORNERS);
        whole.put("HEIC", HeicFiles.corners());
        whole.put("HEIC grid", HeicFiles.grid(128, 128));
        List<Sample> samples = new ArrayList<>();
        whole.forEach((name, file) -> {
            for (int tenth = 1; tenth < 10; tenth++) {
                byte[] part = Arrays.copyOf(file, file.length * tenth / 10);
                samples.add(Sample.bad(name + " of " + tenth + " tenths", part,
                        part.length < SIGNATURE_BYTES ? NOT_AN_IMAGE : TRUNCATED));
            }
            samples.add(Sample.bad(name + " without its last byte", Arrays.copyOf(file, file.length - 1), TRUNCATED));
        });
        samples.addAll(damaged());
        return samples;
    }

    private static List<Sample> damaged() {
        byte[] jpeg = Pictures.encoded("jpeg", noise());
        byte[] without = Pictures.concat(Arrays.copyOf(jpeg, 5000), Arrays.copyOfRange(jpeg, 8000, jpeg.length));
        byte[] png = Pictures.png();
        png[png.length - 30] ^= 0x40;
        byte[] heic = HeicFiles.corners();
        int pixels = heic.length - HeicPicture.of(heic).coded(0).length;
        byte[] other = heic.clone();
        Arrays.fill(heic, pixels, heic.length, (byte) 0x55);
        Arrays.fill(other, pixels + 40, heic.length, (byte) 0x55);
        return List.of(Sample.bad("JPEG that lost 3 KB within", without, CORRUPT, TRUNCATED),
                Sample.bad("PNG with one bit turned", png, CORRUPT),
                Sample.bad("HEIC with other bytes for pixels", heic, CORRUPT),
                // HEVC has no checksums: nearly any bytes are pixels.
                Sample.good("HEIC with damage that can't be told", other, 96, 64),
                Sample.bad("an empty file", new byte[0], NOT_AN_IMAGE),
                Sample.bad("one byte", new byte[]{(byte) 0xff}, NOT_AN_IMAGE),
                Sample.bad("twenty thousand zeros", new byte[20_000], NOT_AN_IMAGE),
                Sample.bad("the start of a JPEG and zeros",
                        Pictures.concat(Arrays.copyOf(jpeg, 3), new byte[20_000]), TRUNCATED, CORRUPT),
                Sample.bad("a JPEG's pixels without tables", Pictures.concat(new byte[]{(byte) 0xff, (byte) 0xd8},
                        Arrays.copyOfRange(jpeg, Bombs.scan(jpeg), jpeg.length)), CORRUPT));
    }

    private static BufferedImage noise() {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 200 * 200; i++) {
            image.setRGB(i % 200, i / 200, random.nextInt());
        }
        return image;
    }
}
