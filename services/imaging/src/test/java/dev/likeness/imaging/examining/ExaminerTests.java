package dev.likeness.imaging.examining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.HeicFiles;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.Pictures;
import dev.likeness.imaging.codec.Photo;
import dev.likeness.imaging.codec.Photos;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExaminerTests {

    private static final Examiner EXAMINER = new Examiner(Copies.DEFAULT, FaceReader.NONE);
    private static final Light NO_LIGHT = new Light(0, 0, 0, 0);

    @Test
    void makesACopyAndAThumbnailOfTheSidesAskedFor() {
        Examination examination = EXAMINER.examine(Photos.jpeg(Photo.synthetic(3000, 2000), 0.9));
        assertThat(ImageHeader.read(examination.prepared()))
                .isEqualTo(new ImageHeader(ImageFormat.JPEG, 2048, 1365, 1, false));
        assertThat(ImageHeader.read(examination.thumbnail()).longSide()).isEqualTo(320);
        assertThat(examination.reading().width()).isEqualTo(3000);
        assertThat(examination.reading().height()).isEqualTo(2000);
    }

    @Test
    void tellsTheSizesOfATurnedPhotoUpright() {
        PhotoReading reading = EXAMINER.examine(HeicFiles.corners(HeicFiles.irot(1))).reading();
        assertThat(reading.format()).isEqualTo(ImageFormat.HEIC);
        assertThat(reading.width()).isEqualTo(HeicFiles.HEIGHT);
        assertThat(reading.height()).isEqualTo(HeicFiles.WIDTH);
    }

    @Test
    void measuresLight() {
        Light half = read(halves(Color.BLACK, Color.WHITE)).light();
        assertThat(half.mean()).isCloseTo(127.5, within(1.0));
        assertThat(half.deviation()).isCloseTo(127.5, within(1.0));
        assertThat(half.shadows()).isCloseTo(0.5, within(0.01));
        assertThat(half.highlights()).isCloseTo(0.5, within(0.01));
        Light gray = read(halves(Color.GRAY, Color.GRAY)).light();
        assertThat(gray.deviation()).isLessThan(1);
        assertThat(gray.shadows() + gray.highlights()).isZero();
    }

    @Test
    void measuresSharpnessAtOneScale() {
        BufferedImage sharp = noise(1024, 768);
        BufferedImage blurred = Images.resize(sharp, 256);
        assertThat(read(sharp).sharpness()).isGreaterThan(20 * read(blurred).sharpness());
        BufferedImage soft = Photo.synthetic(2048, 1536);
        double large = read(soft).sharpness();
        assertThat(read(Images.resize(soft, 1024)).sharpness()).isCloseTo(large, within(large * 0.3));
        assertThat(read(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)).sharpness()).isZero();
    }

    @Test
    void recognizesAPictureStoredAgainAndTellsOthersApart() {
        BufferedImage picture = Photo.synthetic(1200, 900);
        PhotoReading original = read(picture);
        assertThat(original.hashDistance(EXAMINER.examine(Images.jpeg(picture, 0.4)).reading())).isLessThanOrEqualTo(4);
        assertThat(original.hashDistance(read(Images.resize(picture, 500)))).isLessThanOrEqualTo(4);
        assertThat(original.hashDistance(read(noise(1200, 900)))).isGreaterThan(16);
    }

    @Test
    void looksForTheBackgroundAroundThePeople() {
        BufferedImage picture = halves(Color.RED, Color.BLUE);
        FaceReading face = new FaceReading(new FaceReading.Box(110, 60, 80, 100), 1, 0, NO_LIGHT,
                new FaceReading.Pose(0, 0, 0), Optional.empty(), Optional.empty());
        PhotoReading withFace = new Examiner(Copies.DEFAULT, (image, scale) -> List.of(face))
                .examine(Pictures.encoded("png", picture))
                .reading();
        float blue = withFace.background().shares().get(3);
        assertThat(blue).as("the red half is behind the person").isGreaterThan(0.8f);
        assertThat(read(picture).background().shares().get(3)).isCloseTo(0.5f, within(0.05f));
        assertThat(read(picture).background().shares()).hasSize(64);
    }

    @Test
    void hasNoBackgroundWhereAFaceFillsThePicture() {
        FaceReading face = new FaceReading(new FaceReading.Box(50, 20, 500, 380), 1, 0, NO_LIGHT,
                new FaceReading.Pose(0, 0, 0), Optional.empty(), Optional.empty());
        assertThat(new Examiner(Copies.DEFAULT, (image, scale) -> List.of(face))
                .examine(Pictures.encoded("png", halves(Color.RED, Color.BLUE)))
                .reading()
                .background()
                .shares())
                .isEmpty();
    }

    @Test
    void takesNoImpossibleCopies() {
        assertThatThrownBy(() -> new Copies(0, 0.9, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Copies(2048, 1.1, 320, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Copies(300, 0.9, 320, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PhotoReading read(BufferedImage image) {
        return EXAMINER.examine(Pictures.encoded("png", image)).reading();
    }

    private static BufferedImage halves(Color left, Color right) {
        BufferedImage image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, 300, 400);
        graphics.setColor(right);
        graphics.fillRect(300, 0, 300, 400);
        graphics.dispose();
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt(256) * 0x010101);
        }
        return image;
    }
}
