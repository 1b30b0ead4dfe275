package dev.likeness.imaging;

import static dev.likeness.imaging.HeicFiles.HEIGHT;
import static dev.likeness.imaging.HeicFiles.WIDTH;
import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;
import static dev.likeness.imaging.UnreadableImage.Reason.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeicPictureTests {

    @Test
    void tellsTheSizeOfAGridAndNotOfItsTiles() {
        ImageHeader header = ImageHeader.read(HeicFiles.grid(100, 80));
        HeicPicture picture = HeicPicture.of(HeicFiles.grid(100, 80));

        assertThat(header).isEqualTo(new ImageHeader(ImageFormat.HEIC, 100, 80, 1, false));
        assertThat(picture.tiles()).isEqualTo(4);
        assertThat(picture.left(3)).isEqualTo(64);
        assertThat(picture.top(3)).isEqualTo(64);
    }

    @Test
    void tellsTurnsAndMirroringAsExifDoes() {
        int[] byQuarters = {1, 8, 3, 6};
        for (int quarters = 0; quarters < 4; quarters++) {
            ImageHeader header = ImageHeader.read(HeicFiles.corners(HeicFiles.irot(quarters)));
            assertThat(header.orientation()).isEqualTo(byQuarters[quarters]);
            assertThat(header.uprightWidth()).isEqualTo(quarters % 2 == 0 ? WIDTH : HEIGHT);
        }
        assertThat(orientation(HeicFiles.imir(0))).isEqualTo(4);
        assertThat(orientation(HeicFiles.imir(1))).isEqualTo(2);
        // Turned against the clock and then left for right: rows become columns, none is reversed.
        assertThat(orientation(HeicFiles.irot(1), HeicFiles.imir(1))).isEqualTo(7);
        assertThat(orientation(HeicFiles.irot(3), HeicFiles.imir(1))).isEqualTo(5);
    }

    @Test
    void tellsTheSizeOfWhatIsToBeSeen() {
        ImageHeader header = ImageHeader.read(HeicFiles.corners(HeicFiles.clap(WIDTH, HEIGHT, 40, 20)));
        assertThat(header.width()).isEqualTo(40);
        assertThat(header.height()).isEqualTo(20);
        assertThat(HeicPicture.of(HeicFiles.corners(HeicFiles.clap(WIDTH, HEIGHT, 40, 20))).crop())
                .isEqualTo(new HeicPicture.Crop(0, 0, 40, 20));
    }

    @Test
    void takesThePrimaryOfSeveralItems() {
        List<HeicFiles.Item> items = HeicFiles.tiles(HeicFiles.coded(7, "corners", WIDTH, HEIGHT),
                HeicFiles.gridItem(1, 1, 100, 80, List.of(1, 2, 3, 4)));
        assertThat(ImageHeader.read(HeicFiles.file("heic", 7, items)).width()).isEqualTo(WIDTH);
        assertThat(ImageHeader.read(HeicFiles.file("heic", 9, items)).width()).isEqualTo(100);
    }

    @Test
    void refusesWhatContradictsItself() {
        assertReason(CORRUPT, HeicFiles.grid(200, 80));
        assertReason(CORRUPT, HeicFiles.grid(64, 80));
        assertReason(CORRUPT, HeicFiles.file("heic", 9,
                HeicFiles.tiles(HeicFiles.gridItem(1, 2, 150, 80, List.of(1, 2, 3, 4)))));
        assertReason(CORRUPT, HeicFiles.file("heic", 9,
                HeicFiles.tiles(HeicFiles.gridItem(1, 1, 100, 80, List.of(1, 2, 3, 77)))));
        assertReason(UNREADABLE, HeicFiles.file("heic", 9,
                HeicFiles.tiles(HeicFiles.gridItem(0, 0, 100, 80, List.of(9)))));
        assertReason(CORRUPT, HeicFiles.file("heic", 5, HeicFiles.tiles()));
        assertReason(CORRUPT, HeicFiles.corners(HeicFiles.clap(WIDTH, HEIGHT, 400, 20)));
        assertReason(UNREADABLE, HeicFiles.corners(HeicFiles.irot(1), HeicFiles.clap(WIDTH, HEIGHT, 40, 20)));
    }

    @Test
    void refusesItemsThatReachBeyondTheFile() {
        byte[] file = HeicFiles.corners();
        assertReason(TRUNCATED, Arrays.copyOf(file, file.length - 1));
        assertReason(TRUNCATED, Arrays.copyOf(file, file.length / 3));
    }

    private static int orientation(byte[]... properties) {
        return ImageHeader.read(HeicFiles.corners(properties)).orientation();
    }

    private static void assertReason(UnreadableImage.Reason reason, byte[] file) {
        assertThatThrownBy(() -> HeicPicture.of(file)).isInstanceOfSatisfying(UnreadableImage.class,
                e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
