package dev.likeness.validation.checking;

import dev.likeness.imaging.Images;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import dev.likeness.validation.judging.Shots;
import java.awt.image.BufferedImage;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decodes for real; what it measures is what a table says of the file, by its SHA-256, and else a
 * good picture of one person.
 */
public final class TestExaminer implements Examiner {

    private static final long MOST_PIXELS = 64_000_000;
    private static final int NUMBERS = 200;

    private final Map<BigInteger, List<FaceReading>> faces = new ConcurrentHashMap<>();
    private final Map<BigInteger, AtomicInteger> looks = new ConcurrentHashMap<>();

    /** The faces that will be found in the file. */
    public void finds(byte[] file, FaceReading... found) {
        faces.put(sha256(file), List.of(found));
    }

    /** How often the file was looked at. */
    public int looksAt(byte[] file) {
        AtomicInteger count = looks.get(sha256(file));
        return count == null ? 0 : count.get();
    }

    @Override
    public Examination examine(byte[] file) {
        BigInteger sha256 = sha256(file);
        looks.computeIfAbsent(sha256, _ -> new AtomicInteger()).incrementAndGet();
        BufferedImage image = Images.decodeUpright(file, MOST_PIXELS);
        int number = sha256.mod(BigInteger.valueOf(NUMBERS)).intValueExact();
        PhotoReading usual = Shots.withHash(sha256.longValue());
        PhotoReading reading = new PhotoReading(usual.format(), image.getWidth(), image.getHeight(), usual.light(),
                usual.sharpness(), usual.hash(), usual.background(),
                faces.getOrDefault(sha256, List.of(Shots.face(number))));
        byte[] thumbnail = Images.jpeg(Images.resize(image, 64), 0.8);
        return new Examination(reading, Images.jpeg(Images.resize(image, 2048), 0.95), thumbnail);
    }

    private static BigInteger sha256(byte[] bytes) {
        try {
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
