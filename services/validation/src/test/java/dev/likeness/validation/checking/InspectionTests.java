package dev.likeness.validation.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.validation.TestPhotos;
import dev.likeness.validation.checking.Inspection.Seen;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.Shots;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InspectionTests {

    private final TestExaminer examiner = new TestExaminer();
    private final Inspection inspection = new Inspection(examiner, Shots.LIMITS);

    @Test
    void measuresAGoodPhotoAndPreparesACopy() {
        Seen seen = inspection.inspect(TestPhotos.jpeg(1100, 1400, 1));

        assertThat(seen.findings()).isInstanceOfSatisfying(Findings.Measured.class, measured -> {
            assertThat(measured.reading().width()).isEqualTo(1100);
            assertThat(measured.toString()).isEqualTo("Measured");
        });
        assertThat(seen.preparedCopy()).isPresent();
    }

    @Test
    void takesPngAndRefusesNothingForItsName() {
        assertThat(inspection.inspect(Images.png(TestPhotos.picture(1100, 1100, 2))).preparedCopy()).isPresent();
    }

    @Test
    void preparesNoCopyOfAPhotoThatNobodyMayTrainOn() {
        byte[] empty = TestPhotos.jpeg(1100, 1400, 3);
        byte[] dark = TestPhotos.jpeg(1100, 1400, 4);
        examiner.finds(empty);
        examiner.finds(dark, Shots.high(1, 90));

        assertThat(inspection.inspect(empty).findings()).isInstanceOf(Findings.Measured.class);
        assertThat(inspection.inspect(empty).preparedCopy()).isEmpty();
        assertThat(inspection.inspect(dark).preparedCopy()).as("its person may say otherwise").isPresent();
    }

    @Test
    void refusesATextFileWhateverItsName() {
        Reason reason = refused(TestPhotos.text(20_000));

        assertThat(reason.code()).isEqualTo(ReasonCode.NOT_AN_IMAGE);
    }

    @Test
    void refusesAPhotoUnderTenKilobytesWithItsSize() {
        Reason reason = refused(Arrays.copyOf(TestPhotos.jpeg(1100, 1100, 4), 9_999));

        assertThat(reason.code()).isEqualTo(ReasonCode.FILE_TOO_SMALL);
        assertThat(reason.sentence()).contains("9,999 bytes", "10,240");
        assertThat(reason.measured()).isEqualTo(9_999);
        assertThat(reason.limit()).isEqualTo(10_240);
        assertThat(reason.unit()).isEqualTo("bytes");
    }

    @Test
    void refusesAHugeHeaderBeforeAnythingIsDecoded() {
        Reason reason = refused(TestPhotos.announcing(TestPhotos.jpeg(1100, 1100, 5), 65_000, 65_000));

        assertThat(reason.code()).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
        assertThat(reason.sentence()).contains("4,225 megapixels", "65,000 x 65,000", "64");
    }

    @Test
    void refusesASideThatIsTooLong() {
        Reason reason = refused(TestPhotos.announcing(TestPhotos.jpeg(1100, 1100, 6), 65_501, 900));

        assertThat(reason.code()).isEqualTo(ReasonCode.SIDE_TOO_LONG);
        assertThat(reason.measured()).isEqualTo(65_501);
    }

    @Test
    void refusesAShortSideBelowTheLeast() {
        Reason reason = refused(TestPhotos.jpeg(511, 1400, 7));

        assertThat(reason.code()).isEqualTo(ReasonCode.RESOLUTION_TOO_LOW);
        assertThat(reason.sentence()).contains("511 pixels", "512");
    }

    @Test
    void refusesATruncatedPhoto() {
        assertThat(refused(TestPhotos.truncated(TestPhotos.jpeg(1100, 1100, 8))).code())
                .isEqualTo(ReasonCode.TRUNCATED);
    }

    @Test
    void refusesHeicThatNamesNoPicture() {
        assertThat(refused(TestPhotos.heic()).code()).isEqualTo(ReasonCode.CORRUPT);
    }

    @Test
    void preparesAnUprightCopyWithoutMetadataAndNotTooLarge() {
        byte[] original = TestPhotos.turnedJpeg(2600, 1300, 10);
        assertThat(ImageHeader.read(original).orientation()).isEqualTo(6);

        byte[] copy = inspection.inspect(original).preparedCopy().orElseThrow();

        ImageHeader header = ImageHeader.read(copy);
        assertThat(header.orientation()).isEqualTo(1);
        assertThat(header.width()).isEqualTo(1024);
        assertThat(header.height()).isEqualTo(2048);
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    private Reason refused(byte[] file) {
        Seen seen = inspection.inspect(file);
        assertThat(seen.preparedCopy()).isEmpty();
        assertThat(seen.findings()).isInstanceOf(Findings.Unusable.class);
        return ((Findings.Unusable) seen.findings()).reasons().getFirst();
    }
}
