package dev.likeness.imaging.darkroom;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.examining.Copies;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;

/**
 * Compares an answer with what is known without decoding. A worker that a file has taken over may
 * lie about what it saw, but not break who reads it or smuggle a file of another kind along.
 */
final class Plausible {

    private static final int MAX_FACES = 200;
    private static final int MAX_VECTOR = 4096;
    private static final int MAX_NAME = 100;

    private final ImageHeader header;
    private final Copies copies;

    Plausible(ImageHeader header, Copies copies) {
        this.header = header;
        this.copies = copies;
    }

    Examination check(Examination answer) throws WorkerLost {
        try {
            reading(answer.reading());
            jpeg(answer.prepared(), copies.longSide());
            jpeg(answer.thumbnail(), copies.thumbnailLongSide());
            return answer;
        } catch (IllegalArgumentException | NullPointerException | UnreadableImage e) {
            throw new WorkerLost("an answer that can't be right", e);
        }
    }

    private void reading(PhotoReading reading) {
        require(reading.format() == header.format() && reading.width() == header.uprightWidth()
                && reading.height() == header.uprightHeight());
        light(reading.light());
        require(Double.isFinite(reading.sharpness()) && reading.faces().size() <= MAX_FACES);
        shares(reading.background().shares());
        reading.faces().forEach(this::face);
    }

    private void face(FaceReading face) {
        FaceReading.Box box = face.box();
        FaceReading.Pose pose = face.pose();
        finite(box.x(), box.y(), box.width(), box.height(), face.sharpness(), pose.yaw(), pose.pitch(), pose.roll());
        share(face.score());
        light(face.light());
        face.eyes().ifPresent(eyes -> {
            share(eyes.left());
            share(eyes.right());
        });
        face.vector().ifPresent(vector -> {
            finite(vector.quality());
            require(vector.values().size() <= MAX_VECTOR && vector.embedder().length() <= MAX_NAME
                    && vector.version().length() <= MAX_NAME);
            vector.values().forEach(Plausible::finite);
        });
    }

    private static void light(Light light) {
        finite(light.mean(), light.deviation());
        share(light.shadows());
        share(light.highlights());
    }

    private static void shares(List<Float> shares) {
        shares.forEach(Plausible::share);
    }

    /** A JPEG of at most this side that is complete and upright. */
    private static void jpeg(byte[] file, int longSide) {
        ImageHeader copy = ImageHeader.read(file);
        require(copy.format() == ImageFormat.JPEG && copy.longSide() <= longSide && copy.orientation() == 1);
    }

    private static void share(double value) {
        require(value >= 0 && value <= 1);
    }

    private static void finite(double... values) {
        for (double value : values) {
            require(Double.isFinite(value));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("out of range");
        }
    }
}
