package dev.likeness.generation.likeness;

import dev.likeness.generation.likeness.Sight.OneFace;
import dev.likeness.imaging.reading.FaceVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made faces: directions at known angles to each other. */
final class Figures {

    static final Limits LIMITS = new Limits(new Limits.Face(0.7, 0.4, 64, 2.7), 5, 3, 10, 0.55, 0.40, 0.20,
            new Limits.Copy(0.97, 10));

    private static final int LENGTH = 64;

    private Figures() {}

    /** A face whose vector has that cosine to the person's middle, the rest by chance. */
    static OneFace face(double cosine, long chance) {
        Random random = new Random(chance);
        double[] rest = new double[LENGTH];
        double length = 0;
        for (int i = 1; i < LENGTH; i++) {
            rest[i] = random.nextGaussian();
            length += rest[i] * rest[i];
        }
        double scale = Math.sqrt((1 - cosine * cosine) / length);
        List<Float> values = new ArrayList<>();
        values.add((float) cosine);
        for (int i = 1; i < LENGTH; i++) {
            values.add((float) (rest[i] * scale));
        }
        return of("e", "1", values, random.nextLong());
    }

    static OneFace of(String embedder, String version, List<Float> values, long hash) {
        return new OneFace(new FaceVector(embedder, version, values, 4), hash);
    }

    static OneFace of(String embedder, OneFace face) {
        return of(embedder, "1", face.vector().values(), face.hash());
    }
}
