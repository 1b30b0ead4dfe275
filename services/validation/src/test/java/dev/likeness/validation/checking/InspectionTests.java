package dev.likeness.validation.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.validation.LimitsProperties;
import dev.likeness.validation.TestPhotos;
import dev.likeness.validation.checking.Inspection.Outcome;
import dev.likeness.validation.report.PhotoId;
import dev.likeness.validation.report.Reason;
import dev.likeness.validation.report.ReasonCode;
import dev.likeness.validation.report.Report;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InspectionTests {

    private final Binder defaults = new Binder(new MapConfigurationPropertySource());
    private final LimitsProperties limits = defaults.bindOrCreate("validation.limits", LimitsProperties.class);
    private final Inspection inspection = new Inspection(new PhotoChecks(limits), limits,
            defaults.bindOrCreate("validation.checking", CheckingProperties.class));

    @Test
    void acceptsAGoodPhoto() {
        Outcome outcome = inspect(TestPhotos.jpeg(1100, 1400, 1));

        assertThat(outcome).isInstanceOf(Outcome.Good.class);
        assertThat(outcome.verdict().reasons()).isEmpty();
    }

    @Test
    void takesPngAndRefusesNothingForItsName() {
        assertThat(inspect(Images.png(TestPhotos.picture(1100, 1100, 2)))).isInstanceOf(Outcome.Good.class);
    }

    @Test
    void warnsOfASmallButUsablePhoto() {
        Outcome outcome = inspect(TestPhotos.jpeg(800, 1400, 3));

        assertThat(outcome).isInstanceOf(Outcome.Good.class);
        Reason warning = outcome.verdict().reasons().getFirst();
        assertThat(warning.code()).isEqualTo(ReasonCode.RESOLUTION_BELOW_RECOMMENDED);
        assertThat(warning.warning()).isTrue();
        assertThat(warning.measured()).isEqualTo(800);
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
    void namesTheTwinOfAnExactDuplicate() {
        var twin = new Report.Twin(new PhotoId("first"), 3);
        Outcome outcome = inspection.inspect(TestPhotos.jpeg(1100, 1100, 9), Optional.of(twin));

        Reason reason = outcome.verdict().reasons().getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Bad.class);
        assertThat(reason.code()).isEqualTo(ReasonCode.EXACT_DUPLICATE);
        assertThat(reason.sentence()).contains("photo 3");
        assertThat(reason.twin()).isEqualTo(twin.id());
    }

    @Test
    void preparesAnUprightCopyWithoutMetadataAndNotTooLarge() {
        byte[] original = TestPhotos.turnedJpeg(2600, 1300, 10);
        assertThat(ImageHeader.read(original).orientation()).isEqualTo(6);

        byte[] copy = ((Outcome.Good) inspect(original)).preparedCopy();

        ImageHeader header = ImageHeader.read(copy);
        assertThat(header.orientation()).isEqualTo(1);
        assertThat(header.width()).isEqualTo(1024);
        assertThat(header.height()).isEqualTo(2048);
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    private Outcome inspect(byte[] file) {
        return inspection.inspect(file, Optional.empty());
    }

    private Reason refused(byte[] file) {
        Outcome outcome = inspect(file);
        assertThat(outcome).isInstanceOf(Outcome.Bad.class);
        return outcome.verdict().reasons().getFirst();
    }
}
