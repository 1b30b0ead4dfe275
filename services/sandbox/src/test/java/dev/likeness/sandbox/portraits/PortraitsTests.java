package dev.likeness.sandbox.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.sandbox.Zips;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortraitsTests {

    @TempDir
    Path folder;
    List<Photo> red = List.of();
    List<Photo> blue = List.of();

    @BeforeEach
    void draw() throws IOException {
        red = person(Color.RED);
        blue = person(Color.BLUE);
    }

    @Test
    void hasTheAskedSize() throws IOException {
        BufferedImage picture = Portraits.portrait(red, look(1));
        assertThat(picture.getWidth()).isEqualTo(448);
        assertThat(picture.getHeight()).isEqualTo(576);
        assertThat(Portraits.scene(look(1)).getHeight()).isEqualTo(576);
        assertThat(Portraits.copy(red, look(1)).getWidth()).isEqualTo(448);
    }

    @Test
    void isDecidedByTheSeed() throws IOException {
        assertThat(difference(Portraits.portrait(red, look(1)), Portraits.portrait(red, look(1)))).isZero();
        assertThat(difference(Portraits.portrait(red, look(1)), Portraits.portrait(red, look(2)))).isGreaterThan(5);
    }

    @Test
    void isNeverAPlainCopy() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(difference(Portraits.portrait(red, look(seed)), Portraits.copy(red, look(seed))))
                    .as("seed %d", seed)
                    .isGreaterThan(10);
        }
    }

    @Test
    void showsThePersonOfItsOwnPhotos() throws IOException {
        for (int seed = 0; seed < 10; seed++) {
            assertThat(redness(Portraits.portrait(red, look(seed)))).isGreaterThan(20);
            assertThat(redness(Portraits.portrait(blue, look(seed)))).isLessThan(-20);
            assertThat(redness(Portraits.blend(red, blue, look(seed)))).isBetween(-60.0, 60.0);
        }
    }

    @Test
    void keepsTheFaceAsItIs() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            BufferedImage picture = Portraits.portrait(red, look(seed));
            FaceGuess face = FaceGuess.in(picture);
            assertThat(face.x()).isBetween(0.35, 0.65);
            assertThat(face.y()).isBetween(0.25, 0.6);
            Color skin = new Color(picture.getRGB((int) (face.x() * 448), (int) (face.y() * 576)));
            assertThat(skin.getRed()).isGreaterThan(skin.getBlue());
        }
    }

    @Test
    void spreadsItsChoiceOverThePhotos() throws IOException {
        List<BufferedImage> copies = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            BufferedImage copy = Portraits.copy(red, look(seed));
            if (copies.stream().noneMatch(known -> difference(known, copy) == 0)) {
                copies.add(copy);
            }
        }
        assertThat(copies).hasSize(3);
    }

    @Test
    void knowsAStranger() throws IOException {
        assertThat(Portraits.portrait(List.of(Photo.stranger()), look(3)).getWidth()).isEqualTo(448);
    }

    @Test
    void passesOverAPhotoThatCanNotBeRead() throws IOException {
        Path broken = Files.write(folder.resolve("broken"), new byte[]{1, 2, 3});
        assertThat(Portraits.portrait(List.of(Photo.of(broken), red.getFirst()), look(1)).getWidth()).isEqualTo(448);
    }

    private List<Photo> person(Color hair) throws IOException {
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            photos.add(Photo.of(Files.write(folder.resolve(hair.getRGB() + "-" + i), Zips.photo(hair, i))));
        }
        return photos;
    }

    private static Look look(int seed) {
        return new Look(448, 576, seed, "u1 in a garden");
    }

    /** Mean difference of a channel, 0 to 255. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color a = new Color(one.getRGB(x, y));
                Color b = new Color(other.getRGB(x, y));
                sum += Math.abs(a.getRed() - b.getRed()) + Math.abs(a.getGreen() - b.getGreen())
                        + Math.abs(a.getBlue() - b.getBlue());
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }

    /** Red over blue where the clothes are. */
    private static double redness(BufferedImage picture) {
        double sum = 0;
        for (int x = 180; x < 270; x++) {
            Color color = new Color(picture.getRGB(x, 560));
            sum += color.getRed() - color.getBlue();
        }
        return sum / 90;
    }
}
