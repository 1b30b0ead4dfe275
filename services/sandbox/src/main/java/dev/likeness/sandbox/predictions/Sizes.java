package dev.likeness.sandbox.predictions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pixels of an aspect ratio, as the provider's predictor has them. */
final class Sizes {

    private static final Map<String, Size> BY_RATIO = Map.ofEntries(
            Map.entry("1:1", new Size(1024, 1024)),
            Map.entry("16:9", new Size(1344, 768)),
            Map.entry("21:9", new Size(1536, 640)),
            Map.entry("3:2", new Size(1216, 832)),
            Map.entry("2:3", new Size(832, 1216)),
            Map.entry("4:5", new Size(896, 1088)),
            Map.entry("5:4", new Size(1088, 896)),
            Map.entry("3:4", new Size(896, 1152)),
            Map.entry("4:3", new Size(1152, 896)),
            Map.entry("9:16", new Size(768, 1344)),
            Map.entry("9:21", new Size(640, 1536)));

    private Sizes() {}

    record Size(int width, int height) {}

    /** Of an input that has been checked; 1:1 where it says nothing. */
    static Size of(Map<String, Object> input) {
        String ratio = String.valueOf(input.getOrDefault("aspect_ratio", "1:1"));
        Size size = ratio.equals("custom")
                ? new Size(custom(input.get("width")), custom(input.get("height")))
                : BY_RATIO.getOrDefault(ratio, new Size(1024, 1024));
        return "0.25".equals(input.get("megapixels")) && !ratio.equals("custom")
                ? new Size(size.width / 2, size.height / 2)
                : size;
    }

    /** Up to the next multiple of 16. */
    private static int custom(@Nullable Object given) {
        int pixels = given instanceof Number number ? number.intValue() : 1024;
        return (pixels + 15) / 16 * 16;
    }
}
