package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.Shots.BOX;
import static dev.likeness.validation.judging.Shots.FRONT;
import static dev.likeness.validation.judging.Shots.LIGHT;
import static dev.likeness.validation.judging.Shots.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.FaceReading.Eyes;
import dev.likeness.imaging.reading.FaceReading.Pose;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoRulesTests {

    private static final double SHARP = 180;

    @Test
    void findsNothingWrongWithAGoodPhoto() {
        assertThat(PhotoRules.judge(Shots.good(1), LIMITS)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photos")
    void saysWhatIsWrongWithItsFigures(ReasonCode code, PhotoReading photo, boolean warning, double measured,
            double limit, String unit, String part) {
        List<Reason> reasons = PhotoRules.judge(photo, LIMITS);

        assertThat(reasons).extracting(Reason::code).containsExactly(code);
        Reason reason = reasons.getFirst();
        assertThat(reason.warning()).isEqualTo(warning);
        assertThat(reason.measured()).isEqualTo(measured);
        assertThat(reason.limit()).isEqualTo(limit);
        assertThat(reason.unit()).isEqualTo(unit);
        assertThat(reason.sentence()).contains(part).doesNotContain("null", "%s").endsWith(".");
    }

    static Stream<Arguments> photos() {
        return Stream.of(
                arguments(ReasonCode.RESOLUTION_TOO_LOW, Shots.sized(511, 1400, 1), false, 511, 512, "px", "511"),
                arguments(ReasonCode.RESOLUTION_BELOW_RECOMMENDED, Shots.sized(1400, 1023, 1), true, 1023, 1024, "px",
                        "1,023"),
                arguments(ReasonCode.NO_FACE, Shots.of(1), false, 0, 1, "faces", "could not find a face"),
                arguments(ReasonCode.NO_FACE, one(new Sample().score(0.69)), false, 0, 1, "faces", "could not find"),
                arguments(ReasonCode.SEVERAL_FACES,
                        Shots.of(1, Shots.high(1, 500), Shots.high(2, 200), Shots.high(3, 199)), false, 2, 1, "faces",
                        "2 faces"),
                arguments(ReasonCode.FACE_TOO_SMALL, one(new Sample().box(new Box(100, 100, 100, 127))), false, 127,
                        128, "px", "127 pixels"),
                arguments(ReasonCode.FACE_BELOW_RECOMMENDED, one(new Sample().box(new Box(100, 100, 200, 255))), true,
                        255, 256, "px", "255 pixels"),
                arguments(ReasonCode.FACE_CUT_OFF, one(new Sample().box(new Box(-40, 300, 400, 500))), false, -10, 2,
                        "%", "10 % of it is beyond"),
                arguments(ReasonCode.FACE_CUT_OFF, one(new Sample().box(new Box(300, 1350, 400, 500))), false, -50,
                        2, "%", "lower edge"),
                arguments(ReasonCode.FACE_CUT_OFF, one(new Sample().box(new Box(300, 20, 400, 500))), false, 4, 5, "%",
                        "4 % of its size"),
                arguments(ReasonCode.FACE_TOO_SMALL, Shots.sized(4000, 14_000, 1), false, 2, 3, "%", "2 %"),
                arguments(ReasonCode.FACE_TURNED_AWAY, one(new Sample().pose(new Pose(-72, 0, 0))), false, 72, 50,
                        "degrees", "72 degrees to the side"),
                arguments(ReasonCode.FACE_TURNED_AWAY, one(new Sample().pose(new Pose(0, -41, 0))), false, 41, 35,
                        "degrees", "41 degrees down"),
                arguments(ReasonCode.FACE_TURNED_AWAY, one(new Sample().pose(new Pose(0, 55, 0))), false, 55, 35,
                        "degrees", "55 degrees up"),
                arguments(ReasonCode.FACE_IN_PROFILE, one(new Sample().pose(new Pose(42, 0, 0))), true, 42, 35,
                        "degrees", "42 degrees"),
                arguments(ReasonCode.FACE_BLURRED, one(new Sample().sharpness(12.34)), false, 6.09, 12, "sharpness",
                        "6.1"),
                arguments(ReasonCode.FACE_SOFT, one(new Sample().sharpness(40.5)), true, 20, 30, "sharpness", "20"),
                arguments(ReasonCode.FACE_UNCLEAR, one(new Sample().quality(2.4)), false, 2.4, 2.7, "clearness",
                        "2.4"),
                arguments(ReasonCode.FACE_TOO_DARK, one(new Sample().light(new Light(31, 30, 0.2, 0))), false, 31, 35,
                        "of 255", "31 of 255"),
                arguments(ReasonCode.FACE_TOO_DARK, one(new Sample().light(new Light(80, 45, 0.4, 0))), false, 40, 33,
                        "%", "40 %"),
                arguments(ReasonCode.FACE_TOO_BRIGHT, one(new Sample().light(new Light(231, 30, 0, 0.3))), false, 231,
                        230, "of 255", "231 of 255"),
                arguments(ReasonCode.FACE_TOO_BRIGHT, one(new Sample().light(new Light(190, 60, 0, 0.55))), false, 55,
                        50, "%", "55 %"),
                arguments(ReasonCode.FACE_LOW_CONTRAST, one(new Sample().light(new Light(150, 7, 0, 0))), false, 7, 8,
                        "contrast", "7"),
                arguments(ReasonCode.EYES_CLOSED, one(new Sample().eyes(new Eyes(0.1, 0.49))), true, 49, 50, "%",
                        "closed or covered"));
    }

    @ParameterizedTest
    @MethodSource("faceless")
    void saysWhatTheWholePictureTellsOfAFaceThatIsNotFound(ReasonCode code, Light light, double sharpness,
            double measured, double limit) {
        var photo = new PhotoReading(ImageFormat.JPEG, 1200, 1600, light, sharpness, 1, Shots.good(1).background(),
                List.of());

        List<Reason> reasons = PhotoRules.judge(photo, LIMITS);

        assertThat(reasons).extracting(Reason::code).containsExactly(code, ReasonCode.NO_FACE);
        assertThat(reasons.getFirst().measured()).isEqualTo(measured);
        assertThat(reasons.getFirst().limit()).isEqualTo(limit);
        assertThat(reasons).noneMatch(Reason::warning);
        assertThat(PhotoRules.isUsable(new Findings.Measured(photo), LIMITS)).isFalse();
    }

    static Stream<Arguments> faceless() {
        return Stream.of(arguments(ReasonCode.PHOTO_TOO_DARK, new Light(11.3, 8.8, 0.8, 0), 2.5, 11, 20),
                arguments(ReasonCode.PHOTO_TOO_BRIGHT, new Light(223.6, 56.8, 0, 0.6), 660, 224, 205),
                arguments(ReasonCode.PHOTO_LOW_CONTRAST, new Light(126, 7.5, 0, 0), 0.4, 7.5, 10),
                arguments(ReasonCode.PHOTO_BLURRED, new Light(112, 80, 0.1, 0), 6.4, 1, 4));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void takesWhatIsAtTheLimit(PhotoReading photo) {
        assertThat(PhotoRules.judge(photo, LIMITS)).noneMatch(reason -> !reason.warning());
    }

    static Stream<PhotoReading> fine() {
        return Stream.of(Shots.sized(512, 512, 1), one(new Sample().score(0.7)),
                one(new Sample().box(new Box(100, 100, 100, 128))), one(new Sample().box(new Box(8, 300, 400, 500))),
                one(new Sample().pose(new Pose(50, 0, 0))), one(new Sample().pose(new Pose(0, 35, 0))),
                one(new Sample().sharpness(24.3)), one(new Sample().quality(2.7)),
                one(new Sample().light(new Light(35, 7, 0.33, 0))),
                one(new Sample().light(new Light(230, 40, 0, 0.5))), one(new Sample().eyes(new Eyes(0.0, 0.9))));
    }

    @Test
    void countsNoFacesThatNobodyWouldCount() {
        PhotoReading street = Shots.of(1, Shots.high(1, 500), Shots.high(2, 199), Shots.high(3, 60));

        assertThat(PhotoRules.judge(street, LIMITS)).isEmpty();
    }

    @Test
    void saysTheBlurAloneWhereItIsTheCause() {
        assertThat(PhotoRules.judge(one(new Sample().sharpness(5).quality(1.2)), LIMITS)).extracting(Reason::code)
                .containsExactly(ReasonCode.FACE_BLURRED);
    }

    @Test
    void saysEverythingThatIsWrong() {
        var sample = new Sample().box(new Box(100, 100, 80, 100))
                .pose(new Pose(80, 0, 0))
                .light(new Light(20, 5, 1, 0));

        assertThat(PhotoRules.judge(one(sample), LIMITS)).extracting(Reason::code)
                .containsExactly(ReasonCode.FACE_TOO_SMALL, ReasonCode.FACE_TURNED_AWAY, ReasonCode.FACE_TOO_DARK);
    }

    @Test
    void keepsNoVectorOfAnybodyElse() {
        PhotoReading street = Shots.of(1, Shots.high(1, 500), Shots.high(2, 100));
        PhotoReading friends = Shots.of(1, Shots.high(1, 500), Shots.high(2, 400));

        assertThat(Faces.withoutStrangers(street, LIMITS.face()).faces())
                .extracting(face -> face.vector().isPresent())
                .containsExactly(true, false);
        assertThat(Faces.withoutStrangers(friends, LIMITS.face()).faces())
                .noneMatch(face -> face.vector().isPresent());
    }

    @Test
    void knowsWhichPhotosMayBeTrainedOnOneDay() {
        assertThat(usable(Shots.good(1))).isTrue();
        assertThat(usable(one(new Sample().sharpness(1)))).as("if the person says so").isTrue();
        assertThat(usable(Shots.of(1))).isFalse();
        assertThat(PhotoRules.isUsable(new Findings.Awaited(), LIMITS)).isFalse();
    }

    private static boolean usable(PhotoReading reading) {
        return PhotoRules.isUsable(new Findings.Measured(reading), LIMITS);
    }

    private static PhotoReading one(Sample sample) {
        return Shots.of(1, sample.face());
    }

    /** A good face but for what is said otherwise. */
    private record Sample(Box box, double score, double sharpness, Light light, Pose pose, Eyes eyes, double quality) {

        Sample() {
            this(BOX, 0.98, SHARP, LIGHT, FRONT, new Eyes(0.9, 0.9), 4.5);
        }

        Sample box(Box other) {
            return new Sample(other, score, sharpness, light, pose, eyes, quality);
        }

        Sample score(double other) {
            return new Sample(box, other, sharpness, light, pose, eyes, quality);
        }

        Sample sharpness(double other) {
            return new Sample(box, score, other, light, pose, eyes, quality);
        }

        Sample light(Light other) {
            return new Sample(box, score, sharpness, other, pose, eyes, quality);
        }

        Sample pose(Pose other) {
            return new Sample(box, score, sharpness, light, other, eyes, quality);
        }

        Sample eyes(Eyes other) {
            return new Sample(box, score, sharpness, light, pose, other, quality);
        }

        Sample quality(double other) {
            return new Sample(box, score, sharpness, light, pose, eyes, other);
        }

        FaceReading face() {
            FaceVector usual = Shots.vector(0, 1);
            return new FaceReading(box, score, sharpness, light, pose, Optional.of(eyes),
                    Optional.of(new FaceVector(usual.embedder(), usual.version(), usual.values(), quality)));
        }
    }
}
