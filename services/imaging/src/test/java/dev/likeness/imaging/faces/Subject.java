package dev.likeness.imaging.faces;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A portrait as it is read, and where its face is. */
record Subject(Portrait portrait, BufferedImage picture, Area face, Landmarks landmarks, FaceReading reading) {

    static List<Subject> all(Faces faces) {
        return Arrays.stream(Portrait.values()).map(portrait -> of(portrait, faces)).toList();
    }

    static Subject of(Portrait portrait, Faces faces) {
        BufferedImage picture = portrait.picture();
        FaceReading reading = faces.read(picture, 1).getFirst();
        FaceReading.Box box = reading.box();
        Area face = new Area(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
        try (Landmarker landmarker = new Landmarker()) {
            return new Subject(portrait, picture, face, landmarker.find(Pyramid.of(picture), face, 0), reading);
        }
    }

    FaceVector vector() {
        return reading.vector().orElseThrow();
    }
}
