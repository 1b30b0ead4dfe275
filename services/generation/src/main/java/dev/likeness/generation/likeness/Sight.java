package dev.likeness.generation.likeness;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be compared of a picture. */
public sealed interface Sight {

    /** @param hash perceptual hash of the whole picture */
    record OneFace(FaceVector vector, long hash) implements Sight {}

    record Nothing(Unmeasured why) implements Sight {}

    /** Small faces beside a tall one are background. */
    static Sight of(PhotoReading reading, Limits.Face limits) {
        List<FaceReading> sure = reading.faces().stream().filter(face -> face.score() >= limits.minScore()).toList();
        Optional<FaceReading> tallest = sure.stream().max(Comparator.comparingDouble(Sight::height));
        if (tallest.isEmpty()) {
            return new Nothing(Unmeasured.NO_FACE);
        }
        double counted = limits.countedShare() * height(tallest.get());
        if (sure.stream().filter(face -> height(face) >= counted).count() > 1) {
            return new Nothing(Unmeasured.SEVERAL_FACES);
        }
        Optional<FaceVector> vector = tallest.get().vector();
        if (vector.isEmpty() || height(tallest.get()) < limits.minHeight()) {
            return new Nothing(Unmeasured.TOO_SMALL);
        }
        return vector.get().quality() < limits.minQuality()
                ? new Nothing(Unmeasured.UNCLEAR)
                : new OneFace(vector.get(), reading.hash());
    }

    private static double height(FaceReading face) {
        return face.box().height();
    }
}
