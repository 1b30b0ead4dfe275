package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;

/** Which faces of a photo a person would count. */
public final class Faces {

    private Faces() {}

    /**
     * Those that are sure enough and not much smaller than the largest: a poster or a passer-by in the
     * background is none.
     */
    static List<FaceReading> counted(PhotoReading reading, Limits.Face limits) {
        List<FaceReading> plausible = reading.faces()
                .stream()
                .filter(face -> face.score() >= limits.minScore())
                .toList();
        double largest = plausible.stream().mapToDouble(face -> face.box().height()).max().orElse(0);
        return plausible.stream().filter(face -> face.box().height() >= limits.countedShare() * largest).toList();
    }

    /** The one face that counts; empty where there is none, or several. */
    static Optional<FaceReading> only(PhotoReading reading, Limits.Face limits) {
        List<FaceReading> counted = counted(reading, limits);
        return counted.size() == 1 ? Optional.of(counted.getFirst()) : Optional.empty();
    }

    /**
     * The same without the vectors of all but the one face that counts: nobody else has agreed to be
     * recognised.
     */
    public static PhotoReading withoutStrangers(PhotoReading reading, Limits.Face limits) {
        Optional<FaceReading> own = only(reading, limits);
        return withFaces(reading, reading.faces()
                .stream()
                .map(face -> own.filter(one -> one == face).isPresent() ? face : withoutVector(face))
                .toList());
    }

    private static PhotoReading withFaces(PhotoReading reading, List<FaceReading> faces) {
        return new PhotoReading(reading.format(), reading.width(), reading.height(), reading.light(),
                reading.sharpness(), reading.hash(), reading.background(), faces);
    }

    private static FaceReading withoutVector(FaceReading face) {
        return new FaceReading(face.box(), face.score(), face.sharpness(), face.light(), face.pose(), face.eyes(),
                Optional.empty());
    }
}
