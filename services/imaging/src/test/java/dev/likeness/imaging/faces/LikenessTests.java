package dev.likeness.imaging.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is alike, by the limits of docs/faces.md. */
class LikenessTests {

    private static final double SAME = 0.55;
    private static final double DIFFERENT = 0.40;

    private static Faces faces;
    private static List<Subject> subjects;

    @BeforeAll
    static void load() {
        faces = Faces.load();
        subjects = Subject.all(faces);
    }

    @AfterAll
    static void close() {
        faces.close();
    }

    @Test
    void onePersonIsAlikeAndDifferentPeopleAreNot() {
        for (Subject one : subjects) {
            for (Subject other : subjects) {
                double likeness = one.vector().likeness(other.vector());
                if (one.portrait().person.equals(other.portrait().person)) {
                    assertThat(likeness).as("%s, %s", one.portrait(), other.portrait()).isGreaterThan(SAME);
                } else {
                    assertThat(likeness).as("%s, %s", one.portrait(), other.portrait()).isLessThan(DIFFERENT);
                }
            }
        }
    }

    @Test
    void whatAFairPhotoMayLackDoesNotChangeThePerson() {
        List<Trial> fair = Trial.all(List.of(Trial.MIRRORED), Trial.TURNED.subList(1, 5), Trial.LIT.subList(1, 3),
                Trial.FLATTENED.subList(1, 3), Trial.COMPRESSED.subList(0, 3), Trial.SCALED.subList(2, 7),
                Trial.BLURRED.subList(0, 3));
        for (Subject subject : subjects) {
            assertThat(fair).allSatisfy(trial -> {
                FaceVector vector = vector(subject, trial);
                assertThat(subject.vector().likeness(vector)).isGreaterThan(0.8);
                assertThat(subjects).filteredOn(other -> !other.portrait().person.equals(subject.portrait().person))
                        .allMatch(other -> other.vector().likeness(vector) < DIFFERENT);
            });
        }
    }

    @Test
    void vectorsHaveLengthOneAndSayWhoMadeThem() {
        FaceVector vector = subjects.getFirst().vector();

        assertThat(vector.likeness(vector)).isCloseTo(1, within(1e-5));
        assertThat(vector.values()).hasSize(512);
        assertThat(vector.embedder()).isEqualTo("fr_feature");
        assertThat(vector.version()).isNotBlank();
    }

    @Test
    void qualityFallsWithTheLight() {
        Subject subject = subjects.getFirst();

        assertThat(vector(subject, Trial.LIT.get(1)).quality()).isLessThan(vector(subject, Trial.LIT.get(2)).quality());
        assertThat(vector(subject, Trial.LIT.get(2)).quality()).isLessThan(subject.vector().quality());
    }

    @Test
    void aFaceOfAFewPixelsGetsNoVector() {
        Subject subject = subjects.getLast();
        var small = Variations.withFaceOf(24, subject.picture(), subject.face());

        assertThat(faces.read(small, 1)).singleElement()
                .extracting(FaceReading::vector)
                .isEqualTo(
                        Optional.empty());
    }

    private static FaceVector vector(Subject subject, Trial trial) {
        return faces.read(trial.change().apply(subject), 1).getFirst().vector().orElseThrow();
    }
}
