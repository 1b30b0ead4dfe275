package dev.likeness.validation.judging;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.reading.ColorHistogram;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.FaceReading.Eyes;
import dev.likeness.imaging.reading.FaceReading.Pose;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import dev.likeness.validation.LimitsProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Readings made for a test. Every number gives another picture of the same person. */
public final class Shots {

    public static final Limits LIMITS = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("validation.limits", LimitsProperties.class)
            .limits();
    public static final Box BOX = new Box(100, 100, 400, 500);
    public static final Light LIGHT = new Light(120, 45, 0.02, 0.01);
    public static final Pose FRONT = new Pose(0, 0, 0);

    private static final int DIMENSIONS = 256;
    private static final int FIRST_OWN = 16;

    private Shots() {}

    public static PhotoReading good(int number) {
        return of(number, face(number));
    }

    public static PhotoReading of(int number, FaceReading... faces) {
        return withHash(new SplittableRandom(number).nextLong(), faces);
    }

    public static PhotoReading withHash(long hash, FaceReading... faces) {
        return new PhotoReading(ImageFormat.JPEG, 1200, 1600, LIGHT, 200, hash, background(0), List.of(faces));
    }

    public static PhotoReading sized(int width, int height, int number) {
        return new PhotoReading(ImageFormat.JPEG, width, height, LIGHT, 200, new SplittableRandom(number).nextLong(),
                background(0), List.of(high(number, 300)));
    }

    public static PhotoReading varied(int number, double mean, int background, FaceReading face) {
        return new PhotoReading(ImageFormat.JPEG, 1200, 1600, new Light(mean, 45, 0, 0), 200,
                new SplittableRandom(number).nextLong(), background(background), List.of(face));
    }

    /** Of person 0. */
    public static FaceReading face(int number) {
        return face(vector(0, number));
    }

    public static FaceReading face(FaceVector vector) {
        return new FaceReading(BOX, 0.98, 180, LIGHT, FRONT, Optional.of(new Eyes(0.9, 0.9)), Optional.of(vector));
    }

    public static FaceReading posed(FaceVector vector, double yaw, double pitch) {
        return new FaceReading(BOX, 0.98, 180, LIGHT, new Pose(yaw, pitch, 0), Optional.empty(), Optional.of(vector));
    }

    public static FaceReading high(int number, double height) {
        return new FaceReading(new Box(100, 100, height * 0.8, height), 0.98, 180, LIGHT, FRONT, Optional.empty(),
                Optional.of(vector(0, number)));
    }

    public static FaceReading turned(int number, double yaw, double pitch) {
        return posed(vector(0, number), yaw, pitch);
    }

    /** Two of one person have a likeness of 0.8, two of different people 0. */
    public static FaceVector vector(int person, int number) {
        return vector(person, number, 0.8);
    }

    public static FaceVector vector(int person, int number, double likeness) {
        return vector("fr_feature", person, number, likeness);
    }

    public static FaceVector vector(String embedder, int person, int number, double likeness) {
        List<Float> values = new ArrayList<>(Collections.nCopies(DIMENSIONS, 0f));
        values.set(person, (float) Math.sqrt(likeness));
        values.set(FIRST_OWN + number, (float) Math.sqrt(1 - likeness));
        return new FaceVector(embedder, "1", values, 4.5);
    }

    private static ColorHistogram background(int place) {
        List<Float> shares = new ArrayList<>(Collections.nCopies(ColorHistogram.BINS, 0f));
        shares.set(place, 1f);
        return new ColorHistogram(shares);
    }

    public static PhotoId id(int number) {
        return new PhotoId("photo-" + number);
    }

    static Candidate candidate(int number, PhotoReading reading) {
        return new Candidate(id(number), new Findings.Measured(reading), Optional.empty());
    }

    /** As many good photos, and more after them. */
    static List<Candidate> goodAnd(int good, Candidate... more) {
        List<Candidate> set = new ArrayList<>();
        for (int number = 0; number < good; number++) {
            set.add(candidate(number, good(number)));
        }
        set.addAll(List.of(more));
        return set;
    }
}
