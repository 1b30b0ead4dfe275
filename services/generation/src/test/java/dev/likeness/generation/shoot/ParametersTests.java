package dev.likeness.generation.shoot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.shoot.Parameters.Checked;
import dev.likeness.generation.shoot.Parameters.Violation;
import dev.likeness.generation.shoot.Parameters.Wish;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ParametersTests {

    @Test
    void hasTheUsualSettings() {
        assertThat(Parameters.check(Wish.nothingSpecial())).isEqualTo(new Checked.Fit(
                new Parameters(4, AspectRatio.TALL_3_4, OptionalLong.empty(), 2.5, 35, 1.0)));
    }

    @Test
    void takesTheBounds() {
        assertThat(Parameters.check(wish(1, 0L, 2.0, 28, 0.5))).isInstanceOf(Checked.Fit.class);
        assertThat(Parameters.check(wish(16, Parameters.MAX_SEED, 3.5, 50, 1.5))).isInstanceOf(Checked.Fit.class);
    }

    @Test
    void namesEverythingThatIsOutOfRange() {
        assertThat(Parameters.check(wish(17, -1L, 3.6, 27, Double.NaN))).isInstanceOfSatisfying(Checked.Unfit.class,
                unfit -> assertThat(unfit.violations()).containsExactlyInAnyOrder(
                        new Violation("outputs", 17, "1 to 16"), new Violation("seed", -1L, "0 to 2147483647"),
                        new Violation("guidanceScale", 3.6, "2 to 3.5"), new Violation("steps", 27, "28 to 50"),
                        new Violation("loraScale", Double.NaN, "0.5 to 1.5")));
    }

    @Test
    void refusesAnUnknownAspectRatio() {
        Wish wish = new Wish(Optional.empty(), Optional.of("7:5"), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        assertThat(Parameters.check(wish)).isInstanceOfSatisfying(Checked.Unfit.class,
                unfit -> assertThat(unfit.violations()).singleElement()
                        .satisfies(violation -> assertThat(violation.sentence()).startsWith("aspectRatio is 7:5")));
    }

    private static Wish wish(int outputs, long seed, double guidance, int steps, double lora) {
        return new Wish(Optional.of(outputs), Optional.empty(), Optional.of(seed), Optional.of(guidance),
                Optional.of(steps), Optional.of(lora));
    }
}
