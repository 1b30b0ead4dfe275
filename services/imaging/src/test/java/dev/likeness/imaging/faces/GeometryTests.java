package dev.likeness.imaging.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.likeness.imaging.faces.Pyramid.Outside;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GeometryTests {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void findsTheSimilarityThatMadeThePoints() {
        Similarity made = new Similarity(1.2, -0.7, 30, -4);
        List<Point> from = List.of(new Point(0, 0), new Point(10, 1), new Point(5, 8), new Point(-3, 4));

        Similarity found = Similarity.between(from, from.stream().map(made::apply).toList());

        assertThat(found.a()).isCloseTo(made.a(), EXACT);
        assertThat(found.b()).isCloseTo(made.b(), EXACT);
        assertThat(found.dx()).isCloseTo(made.dx(), EXACT);
        assertThat(found.dy()).isCloseTo(made.dy(), EXACT);
    }

    @Test
    void turnsASquareClockwiseAboutItsCentre() {
        Similarity turned = Similarity.ontoSquare(new Point(50, 40), 20, 10, 90);

        assertThat(turned.apply(new Point(5, 5))).isEqualTo(new Point(50, 40));
        Point topLeft = turned.apply(new Point(0, 0));
        assertThat(topLeft.x()).isCloseTo(60, EXACT);
        assertThat(topLeft.y()).isCloseTo(30, EXACT);
    }

    @Test
    void measuresWhatTwoAreasShare() {
        Area one = new Area(0, 0, 10, 10);

        assertThat(one.overlap(one)).isCloseTo(1, EXACT);
        assertThat(one.overlap(new Area(5, 0, 15, 10))).isCloseTo(1 / 3.0, EXACT);
        assertThat(one.overlap(new Area(10, 10, 20, 20))).isZero();
        assertThat(one.containment(new Area(2, 2, 4, 4))).isCloseTo(1, EXACT);
    }

    @Test
    void halvesByTheMeanOfFourPixels() {
        Level level = new Level(3, 2, new int[]{0x102030, 0x302010, 0xffffff, 0x102030, 0x302010, 0xffffff});

        Level half = level.half();

        assertThat(half.width()).isEqualTo(1);
        assertThat(half.pixels()).containsExactly(0x202020);
        assertThat(new Level(2, 2, new int[]{0xffffff, 0xffffff, 0xffffff, 0xffffff}).half().pixels())
                .containsExactly(0xffffff);
    }

    @Test
    void cutsPatchesInPlaceAtEveryScale() {
        Pyramid ramp = ramp();
        for (double scale : new double[]{0.5, 1, 1.5, 2, 3, 5, 8}) {
            Patch patch = ramp.patch(new Similarity(scale, 0, 64, 64), 8, 8, Outside.BORDER);

            // The middle of pixel 3 lies 3.5 of its sides from the patch's left; the ramp counts columns.
            assertThat((double) patch.red()[3]).as("scale %s", scale).isCloseTo(64 + 3.5 * scale - 0.5, within(0.6));
        }
    }

    @Test
    void goesOnBeyondTheBorderOrShowsGrey() {
        Similarity left = new Similarity(1, 0, -20, 10);

        assertThat(ramp().patch(left, 4, 4, Outside.BORDER).red()).containsOnly(0);
        assertThat(ramp().patch(left, 4, 4, Outside.GREY).red()).containsOnly(127);
    }

    /** 256 columns, each as bright as its number. */
    private static Pyramid ramp() {
        BufferedImage ramp = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                ramp.setRGB(x, y, new Color(x, x, x).getRGB());
            }
        }
        return Pyramid.of(ramp);
    }
}
