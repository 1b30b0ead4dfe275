package dev.likeness.generation.shoot;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Width to height as the provider takes them, with the size in pixels that it makes of one
 * megapixel.
 */
public enum AspectRatio {
    SQUARE("1:1", 1024, 1024),
    WIDE_16_9("16:9", 1344, 768),
    WIDE_21_9("21:9", 1536, 640),
    WIDE_3_2("3:2", 1216, 832),
    TALL_2_3("2:3", 832, 1216),
    TALL_4_5("4:5", 896, 1088),
    WIDE_5_4("5:4", 1088, 896),
    TALL_3_4("3:4", 896, 1152),
    WIDE_4_3("4:3", 1152, 896),
    TALL_9_16("9:16", 768, 1344),
    TALL_9_21("9:21", 640, 1536);

    private final String text;
    private final int width;
    private final int height;

    AspectRatio(String text, int width, int height) {
        this.text = text;
        this.width = width;
        this.height = height;
    }

    public static Optional<AspectRatio> of(String text) {
        return Arrays.stream(values()).filter(ratio -> ratio.text.equals(text)).findFirst();
    }

    /** All of them, for a sentence. */
    public static String all() {
        return Arrays.stream(values()).map(AspectRatio::text).collect(Collectors.joining(", "));
    }

    public String text() {
        return text;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }
}
