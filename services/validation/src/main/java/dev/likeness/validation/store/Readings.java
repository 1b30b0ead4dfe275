package dev.likeness.validation.store;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a reading reads as JSON: without what faces look like, which is kept sealed. */
@Component
class Readings {

    private final JsonMapper json;

    Readings(JsonMapper json) {
        this.json = json;
    }

    String toJson(PhotoReading reading) {
        return json.writeValueAsString(withFaces(reading,
                reading.faces()
                        .stream()
                        .map(face -> new FaceReading(face.box(), face.score(), face.sharpness(), face.light(),
                                face.pose(), face.eyes(), Optional.empty()))
                        .toList()));
    }

    PhotoReading fromJson(String text) {
        return json.readValue(text, PhotoReading.class);
    }

    static PhotoReading withFaces(PhotoReading reading, List<FaceReading> faces) {
        return new PhotoReading(reading.format(), reading.width(), reading.height(), reading.light(),
                reading.sharpness(), reading.hash(), reading.background(), faces);
    }
}
