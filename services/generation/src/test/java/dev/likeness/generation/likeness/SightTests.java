package dev.likeness.generation.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.reading.ColorHistogram;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightTests {

    @Test
    void seesTheOneFaceThatCounts() {
        assertThat(sight(face(300, 0.99, 4), face(90, 0.99, 4))).isInstanceOf(Sight.OneFace.class);
        assertThat(sight(face(300, 0.99, 4), face(280, 0.6, 4))).isInstanceOf(Sight.OneFace.class);
    }

    @Test
    void saysWhyThereIsNothingToCompare() {
        assertThat(sight()).isEqualTo(new Sight.Nothing(Unmeasured.NO_FACE));
        assertThat(sight(face(300, 0.99, 4), face(200, 0.99, 4)))
                .isEqualTo(new Sight.Nothing(Unmeasured.SEVERAL_FACES));
        assertThat(sight(face(60, 0.99, 4))).isEqualTo(new Sight.Nothing(Unmeasured.TOO_SMALL));
        assertThat(sight(face(300, 0.99, 2.5))).isEqualTo(new Sight.Nothing(Unmeasured.UNCLEAR));
    }

    private static Sight sight(FaceReading... faces) {
        return Sight.of(new PhotoReading(ImageFormat.JPEG, 896, 1152, light(), 100, 7, new ColorHistogram(List.of()),
                List.of(faces)), Figures.LIMITS.face());
    }

    private static FaceReading face(double height, double score, double quality) {
        return new FaceReading(new FaceReading.Box(10, 10, height * 0.8, height), score, 100, light(),
                new FaceReading.Pose(0, 0, 0), Optional.empty(),
                Optional.of(new FaceVector("e", "1", List.of(1f), quality)));
    }

    private static Light light() {
        return new Light(128, 30, 0, 0);
    }
}
