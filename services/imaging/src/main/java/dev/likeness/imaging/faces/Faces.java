package dev.likeness.imaging.faces;

import dev.likeness.imaging.faces.Detector.Candidate;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Eyes;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds and measures the faces of a picture. Keeps its models in memory, about 60 MB outside the
 * heap, and may be used by several threads at a time: each call takes one thread, and processor
 * time, so never an event loop's.
 */
public final class Faces implements AutoCloseable {

    /** A crowd is no portrait: the tallest of it say enough. */
    private static final int MOST_FACES = 10;
    /** Side of each of four overlapping tiles, by that of the picture. */
    private static final double TILE = 0.6;
    private static final double TILTED = 20;
    /** How else than upright a face may lie in a photo whose orientation was lost, in degrees. */
    private static final List<Double> OTHER_WAYS_UP = List.of(180.0, 90.0, 270.0);

    private final Detector detector = new Detector();
    private final Landmarker landmarker = new Landmarker();
    private final PoseEstimator pose = new PoseEstimator();
    private final EyeReader eyes = new EyeReader();
    private final Embedder embedder;

    private Faces(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Takes about half a second and 70 MB: do it once. */
    public static Faces load() {
        return new Faces(new FeatureEmbedder());
    }

    /**
     * The faces by falling height, at most ten. What is not plausibly a face is left out; what is too
     * small or too far behind for a person to count is not.
     *
     * @param upright of {@code TYPE_INT_RGB}, its long side best 1024 to 2048 pixels
     * @param scaleToOriginal what lengths are multiplied by before they are returned
     */
    public List<FaceReading> read(BufferedImage upright, double scaleToOriginal) {
        Pyramid picture = Pyramid.of(upright);
        List<Sighting> sightings = sightings(picture, List.of(picture.area()));
        if (sightings.isEmpty()) {
            sightings = sightings(picture, tiles(picture.area()));
        }
        return sightings.stream().map(sighting -> reading(picture, sighting, scaleToOriginal)).toList();
    }

    /** Faces too small to be found in the whole picture are large enough in a part of it. */
    private static List<Area> tiles(Area whole) {
        double width = whole.width() * TILE;
        double height = whole.height() * TILE;
        double right = whole.width() - width;
        double bottom = whole.height() - height;
        return List.of(new Area(0, 0, width, height), new Area(right, 0, whole.width(), height),
                new Area(0, bottom, width, whole.height()), new Area(right, bottom, whole.width(), whole.height()));
    }

    private List<Sighting> sightings(Pyramid picture, List<Area> views) {
        List<Sighting> all = detector.find(picture, views)
                .stream()
                .sorted(Comparator.comparingDouble((Candidate candidate) -> candidate.area().height()).reversed())
                .limit(MOST_FACES)
                .flatMap(candidate -> sighting(picture, candidate).stream())
                .toList();
        List<Sighting> clear = all.stream().filter(Sighting::isClear).toList();
        // Beside a clear face, what is blurred beyond recognition is rather a lamp than a person.
        return clear.isEmpty() ? all.stream().filter(Sighting::mayBeBlurred).toList() : clear;
    }

    private Optional<Sighting> sighting(Pyramid picture, Candidate candidate) {
        Landmarks landmarks = landmarks(picture, candidate.area());
        if (!Plausibility.hasShape(candidate.area(), landmarks)) {
            return Optional.empty();
        }
        var vector = embedder.embed(picture, landmarks);
        if (Plausibility.isDoubtful(vector.quality()) && liesOtherwise(picture, candidate.area(), vector.quality())) {
            return Optional.empty();
        }
        Skin skin = Skin.of(picture, candidate.area());
        return Optional.of(new Sighting(candidate, landmarks, vector, skin.sharpness(), skin.light()));
    }

    /** Of a tilted face found once more with level eyes: they slip where it is looked at as it lies. */
    private Landmarks landmarks(Pyramid picture, Area face) {
        Landmarks landmarks = landmarker.find(picture, face, 0);
        return Math.abs(landmarks.roll()) < TILTED ? landmarks : landmarker.find(picture, face, landmarks.roll());
    }

    /** Whether turned by a quarter or a half it looks more like a face than upright. */
    private boolean liesOtherwise(Pyramid picture, Area face, double quality) {
        return OTHER_WAYS_UP.stream()
                .map(roll -> embedder.embed(picture, landmarker.find(picture, face, roll)))
                .anyMatch(turned -> turned.quality() > quality);
    }

    private FaceReading reading(Pyramid picture, Sighting sighting, double scale) {
        Optional<Eyes> open = sighting.showsEyes()
                ? Optional.of(eyes.read(picture, sighting.landmarks()))
                : Optional.empty();
        return sighting.reading(pose.estimate(picture, sighting.candidate().area(), sighting.landmarks()), open, scale);
    }

    @Override
    public void close() {
        detector.close();
        landmarker.close();
        pose.close();
        eyes.close();
        embedder.close();
    }
}
