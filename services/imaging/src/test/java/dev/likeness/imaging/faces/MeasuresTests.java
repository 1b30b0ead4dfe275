package dev.likeness.imaging.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Eyes;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured on a face: light, sharpness, pose, eyes. */
class MeasuresTests {

    /** How far yaw and pitch stray between a picture and its mirror image: docs/faces.md. */
    private static final double POSE_ERROR = 8;

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
    void sharpnessFallsWithEveryBlur(Portrait portrait) {
        Subject subject = Subject.of(portrait, faces);

        List<FaceReading> blurred = Trial.BLURRED.stream()
                .flatMap(trial -> read(trial.change().apply(subject)).stream())
                .toList();

        assertThat(blurred).hasSizeGreaterThanOrEqualTo(6);
        assertThat(subject.reading().sharpness()).isGreaterThan(blurred.getFirst().sharpness());
        assertThat(blurred).isSortedAccordingTo((one, next) -> Double.compare(next.sharpness(), one.sharpness()));
        assertThat(blurred).isSortedAccordingTo((one, next) -> Double.compare(next.definition(), one.definition()));
    }

    @ParameterizedTest
    @EnumSource
    void definitionStaysInHalfTheLightWhereSharpnessFallsToAQuarter(Portrait portrait) {
        FaceReading full = one(portrait.picture());
        FaceReading half = one(Variations.lit(portrait.picture(), 0.5));

        assertThat(half.definition() / full.definition()).isCloseTo(1, within(0.15));
        assertThat(half.sharpness() / full.sharpness()).isCloseTo(0.25, within(0.05));
    }

    @Test
    void lightIsOfTheFaceAndFollowsThePicture() {
        FaceReading full = one(Portrait.ASTRONAUT.picture());
        FaceReading dark = one(Variations.lit(Portrait.ASTRONAUT.picture(), 0.25));
        FaceReading bright = one(Variations.lit(Portrait.ASTRONAUT.picture(), 2));

        assertThat(dark.light().mean()).isCloseTo(full.light().mean() / 4, within(3.0));
        assertThat(dark.light().deviation()).isCloseTo(full.light().deviation() / 4, within(2.0));
        assertThat(full.light().highlights()).isLessThan(0.01);
        assertThat(bright.light().highlights()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @EnumSource
    void mirroringTurnsYawAndRollRound(Portrait portrait) {
        FaceReading.Pose pose = one(portrait.picture()).pose();
        FaceReading.Pose mirrored = one(Variations.mirrored(portrait.picture())).pose();

        assertThat(mirrored.roll()).isCloseTo(-pose.roll(), within(2.0));
        assertThat(mirrored.yaw()).isCloseTo(-pose.yaw(), within(1.5 * POSE_ERROR));
        assertThat(mirrored.pitch()).isCloseTo(pose.pitch(), within(POSE_ERROR));
    }

    @ParameterizedTest
    @EnumSource
    void turningThePictureTurnsRollAlone(Portrait portrait) {
        FaceReading.Pose pose = one(portrait.picture()).pose();
        for (double degrees : new double[]{-30, -15, 15}) {
            FaceReading.Pose turned = one(Variations.turned(portrait.picture(), degrees)).pose();

            assertThat(turned.roll() - pose.roll()).as("roll after %s°", degrees).isCloseTo(degrees, within(3.0));
            assertThat(turned.yaw()).as("yaw after %s°", degrees).isCloseTo(pose.yaw(), within(POSE_ERROR));
            assertThat(turned.pitch()).as("pitch after %s°", degrees).isCloseTo(pose.pitch(), within(POSE_ERROR));
        }
    }

    @Test
    void yawIsPositiveToThePicturesRightAndPitchUpwards() {
        // The one portrait whose head is turned to the picture's right and raised.
        FaceReading.Pose raised = one(Portrait.OBAMA_3.picture()).pose();
        FaceReading.Pose straight = one(Portrait.OBAMA.picture()).pose();

        assertThat(raised.yaw()).isGreaterThan(straight.yaw() + POSE_ERROR);
        assertThat(raised.pitch()).isGreaterThan(straight.pitch() + POSE_ERROR);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOpenEyesFromClosedAndFromCoveredOnes(Portrait portrait) {
        Subject subject = Subject.of(portrait, faces);

        Eyes open = subject.reading().eyes().orElseThrow();
        Eyes closed = one(Covered.eyesClosed(subject.picture(), subject.landmarks())).eyes().orElseThrow();
        Eyes covered = one(Covered.sunglasses(subject.picture(), subject.landmarks())).eyes().orElseThrow();

        assertThat(List.of(open.left(), open.right())).allMatch(likely -> likely > 0.95);
        assertThat(List.of(closed.left(), closed.right())).allMatch(likely -> likely < 0.1);
        assertThat(List.of(covered.left(), covered.right())).allMatch(likely -> likely < 0.1);
    }

    @Test
    void doesNotGuessAboutEyesThatAreSmallBlurredOrDark() {
        Subject subject = Subject.of(Portrait.OBAMA, faces);

        assertThat(one(Variations.withFaceOf(50, subject.picture(), subject.face())).eyes()).isEmpty();
        assertThat(one(Variations.blurred(subject.picture(), 0.02 * subject.face().height())).eyes()).isEmpty();
        assertThat(one(Variations.lit(subject.picture(), 0.25)).eyes()).isEmpty();
    }

    private static List<FaceReading> read(BufferedImage picture) {
        return faces.read(picture, 1);
    }

    private static FaceReading one(BufferedImage picture) {
        List<FaceReading> found = read(picture);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
