package dev.likeness.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalingTests {

    @Test
    void dividesWhereTheResultIsLargeEnough() {
        assertThat(Reduction.factor(1000, 2048)).isEqualTo(1);
        assertThat(Reduction.factor(2048, 2048)).isEqualTo(1);
        assertThat(Reduction.factor(3000, 2048)).isEqualTo(1);
        assertThat(Reduction.factor(4032, 2048)).isEqualTo(2);
        assertThat(Reduction.factor(6000, 2048)).isEqualTo(3);
        assertThat(Reduction.factor(8064, 2048)).isEqualTo(4);
        assertThat(Reduction.factor(Integer.MAX_VALUE, 1)).isEqualTo(64);
    }

    @Test
    void takesMeansOfSquaresAndOfWhatIsLeftAtTheEdge() {
        Reduction reduction = new Reduction(5, 3, 2);
        int[] white = {0xffffff, 0xffffff, 0xffffff, 0xffffff, 0xffffff};
        int[] black = new int[5];
        assertThat(reduction.add(white)).isFalse();
        assertThat(reduction.add(black)).isTrue();
        assertThat(reduction.row()).containsExactly(0x808080, 0x808080, 0x808080);
        assertThat(reduction.add(white)).isTrue();
        assertThat(reduction.row()).containsExactly(0xffffff, 0xffffff, 0xffffff);
    }

    @Test
    void keepsTheMeanAtTheLargestFactor() {
        Reduction reduction = new Reduction(64, 64, 64);
        int[] row = new int[64];
        Arrays.fill(row, 0xffc801);
        for (int y = 0; y < 64; y++) {
            assertThat(reduction.add(row)).isEqualTo(y == 63);
        }
        assertThat(reduction.row()).containsExactly(0xffc801);
    }

    @Test
    void weighsFractionsOfPixels() {
        float[] scaled = new AreaScaling(3, 1, 2, 1).scale(new float[]{0, 30, 90});
        assertThat(scaled[0]).isCloseTo(10, within(0.001f));
        assertThat(scaled[1]).isCloseTo(70, within(0.001f));
        BufferedImage three = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        three.setRGB(1, 0, 0x1e1e1e);
        three.setRGB(2, 0, 0x5a5a5a);
        BufferedImage two = new AreaScaling(3, 1, 2, 1).scale(three);
        assertThat(two.getRGB(0, 0)).isEqualTo(0xff0a0a0a);
        assertThat(two.getRGB(1, 0)).isEqualTo(0xff464646);
    }
}
