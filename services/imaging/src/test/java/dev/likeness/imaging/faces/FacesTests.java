package dev.likeness.imaging.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.reading.FaceReading;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found, and what is not. */
class FacesTests {

    private static Faces faces;

    @BeforeAll
    static void load() {
        faces = Faces.load();
    }

    @AfterAll
    static void close() {
        faces.close();
    }

    @ParameterizedTest
    @EnumSource
    void findsTheOneFaceOfAPortrait(Portrait portrait) {
        assertThat(faces.read(portrait.picture(), 1)).singleElement()
                .satisfies(face -> assertThat(face.score()).isGreaterThan(0.99));
    }

    @ParameterizedTest
    @EnumSource
    void findsFacesFromATwentiethOfTheHeightToMoreThanAllOfIt(Portrait portrait) {
        Subject subject = Subject.of(portrait, faces);
        for (double share : new double[]{0.05, 0.1, 0.5, 0.95, 1.3}) {
            BufferedImage framed = Variations.framed(subject.picture(), subject.face(), share, 1024, 1024, 0.5, 0.5);

            assertThat(faces.read(framed, 1)).as("%s of the height", share).hasSize(1);
        }
    }

    @Test
    void findsEveryoneAndTheTallestFirst() {
        BufferedImage both = Variations.sideBySide(Portrait.BIDEN.picture(), Portrait.OBAMA.picture());

        List<FaceReading> found = faces.read(both, 1);

        assertThat(found).hasSize(2);
        assertThat(found.getFirst().box().height()).isGreaterThan(found.getLast().box().height());
        assertThat(found.getFirst().box().x()).isGreaterThan(Portrait.BIDEN.picture().getWidth());
    }

    @Test
    void givesBoxesInPixelsOfTheOriginal() {
        FaceReading.Box seen = faces.read(Portrait.BIDEN.picture(), 1).getFirst().box();

        FaceReading.Box original = faces.read(Portrait.BIDEN.picture(), 2.5).getFirst().box();

        assertThat(original.x()).isCloseTo(2.5 * seen.x(), within(1e-9));
        assertThat(original.height()).isCloseTo(2.5 * seen.height(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void boxOfAFaceCutOffReachesTheBorder(Trial.Side side) {
        Subject subject = Subject.of(Portrait.BIDEN, faces);
        BufferedImage cut = side.cut(subject, 0.3);

        FaceReading.Box box = faces.read(cut, 1).getFirst().box();

        double margin = switch (side) {
            case LEFT -> box.x();
            case TOP -> box.y();
            case RIGHT -> cut.getWidth() - box.x() - box.width();
            case BOTTOM -> cut.getHeight() - box.y() - box.height();
        };
        assertThat(margin).isLessThanOrEqualTo(0);
    }

    @Test
    void findsNobodyWhereNobodyIs() {
        assertThat(faces.read(Drawings.cat(), 1)).isEmpty();
        assertThat(faces.read(Drawings.house(), 1)).isEmpty();
        assertThat(faces.read(Drawings.blank(), 1)).isEmpty();
        assertThat(faces.read(Drawings.noise(1), 1)).isEmpty();
        assertThat(IntStream.range(0, 8)).allSatisfy(seed -> assertThat(faces.read(Drawings.sky(seed), 1)).isEmpty());
    }

    @Test
    void hairThatTheDetectorTakesForAFaceHasNotTheShapeOfOne() {
        Subject astronaut = Subject.of(Portrait.ASTRONAUT, faces);
        Pyramid picture = Pyramid.of(astronaut.picture());
        Area hair = new Area(202, 20, 267, 63);
        try (Landmarker landmarker = new Landmarker()) {
            assertThat(Plausibility.hasShape(hair, landmarker.find(picture, hair, 0))).isFalse();
        }
        assertThat(Plausibility.hasShape(astronaut.face(), astronaut.landmarks())).isTrue();
    }

    @Test
    void leavesOutAFaceUpsideDownThatTheDetectorIsSureOf() {
        BufferedImage upsideDown = Variations.turned(Portrait.OBAMA_3.picture(), 180);
        Pyramid picture = Pyramid.of(upsideDown);
        try (Detector detector = new Detector()) {
            assertThat(detector.find(picture, List.of(picture.area()))).isNotEmpty();
        }

        assertThat(faces.read(upsideDown, 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutFacesOnTheirSideOrTheirHead(Portrait portrait) {
        for (int degrees : new int[]{90, 180, 270}) {
            assertThat(faces.read(Variations.turned(portrait.picture(), degrees), 1)).as("by %d°", degrees).isEmpty();
        }
    }

    @Test
    void tellsOfABlurredFaceThatThereIsOne() {
        Subject subject = Subject.of(Portrait.BIDEN, faces);
        BufferedImage blurred = Variations.blurred(subject.picture(), 0.05 * subject.face().height());

        assertThat(faces.read(blurred, 1)).singleElement()
                .satisfies(face -> assertThat(face.definition()).isLessThan(0.002));
    }

    @Test
    void readsAPartOfAPictureAsThePictureItIs() {
        BufferedImage whole = Portrait.OBAMA.picture();
        BufferedImage part = whole.getSubimage(100, 0, 600, 700);

        assertThat(faces.read(part, 1)).isEqualTo(faces.read(Variations.copy(part), 1));
    }

    @Test
    void severalThreadsReadTheSameAsOne() {
        BufferedImage picture = Portrait.OBAMA_3.picture();
        List<FaceReading> alone = faces.read(picture, 1);

        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> faces.read(picture, 1)))
                .allSatisfy(found -> assertThat(found).isEqualTo(alone));
    }

    @Test
    void refusesPixelsOfAnotherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> faces.read(new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR), 1))
                .withMessageContaining("TYPE_INT_RGB");
    }

    @Test
    void readsPicturesOfAFewPixels() {
        assertThat(faces.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 1)).isEmpty();
        assertThat(faces.read(new BufferedImage(2000, 3, BufferedImage.TYPE_INT_RGB), 1)).isEmpty();
    }
}
