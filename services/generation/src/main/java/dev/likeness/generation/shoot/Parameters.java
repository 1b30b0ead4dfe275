package dev.likeness.generation.shoot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How portraits are made; made only by {@link #check}, so they are always in range.
 *
 * @param outputs portraits wanted, 1 to 16
 * @param seed the one the person asked for
 * @param guidanceScale 2 to 3.5
 * @param steps inference steps, 28 to 50
 * @param loraScale strength of the person's model, 0.5 to 1.5
 */
public record Parameters(int outputs, AspectRatio aspectRatio, OptionalLong seed, double guidanceScale, int steps,
        double loraScale) {

    /** The largest seed. */
    public static final long MAX_SEED = Integer.MAX_VALUE;

    /** What a person asked for; absent means the default. */
    public record Wish(Optional<Integer> outputs, Optional<String> aspectRatio, Optional<Long> seed,
            Optional<Double> guidanceScale, Optional<Integer> steps, Optional<Double> loraScale) {

        public static Wish nothingSpecial() {
            return new Wish(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
        }
    }

    /** What became of a wish. */
    public sealed interface Checked {

        record Fit(Parameters parameters) implements Checked {}

        record Unfit(List<Violation> violations) implements Checked {

            public Unfit {
                violations = List.copyOf(violations);
            }
        }
    }

    /** @param allowed the range, as a person reads it */
    public record Violation(String field, Object value, String allowed) {

        public String sentence() {
            return field + " is " + value + " but must be " + allowed + ".";
        }
    }

    public static Checked check(Wish wish) {
        List<Violation> violations = new ArrayList<>();
        int outputs = wish.outputs().orElse(4);
        double guidance = wish.guidanceScale().orElse(2.5);
        int steps = wish.steps().orElse(35);
        double lora = wish.loraScale().orElse(1.0);
        checkRange("outputs", outputs, 1, 16, violations);
        checkRange("guidanceScale", guidance, 2, 3.5, violations);
        checkRange("steps", steps, 28, 50, violations);
        checkRange("loraScale", lora, 0.5, 1.5, violations);
        wish.seed().ifPresent(seed -> checkRange("seed", seed, 0, MAX_SEED, violations));
        String wanted = wish.aspectRatio().orElse(AspectRatio.TALL_3_4.text());
        Optional<AspectRatio> ratio = AspectRatio.of(wanted);
        if (ratio.isEmpty()) {
            violations.add(new Violation("aspectRatio", wanted, "one of " + AspectRatio.all()));
        }
        if (!violations.isEmpty() || ratio.isEmpty()) {
            return new Checked.Unfit(violations);
        }
        OptionalLong seed = wish.seed().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        return new Checked.Fit(new Parameters(outputs, ratio.get(), seed, guidance, steps, lora));
    }

    private static void checkRange(String field, Number value, double from, double to, List<Violation> violations) {
        double number = value.doubleValue();
        // Written so that what is not a number at all is outside too.
        if (!(number >= from && number <= to)) {
            violations.add(new Violation(field, value, plain(from) + " to " + plain(to)));
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
