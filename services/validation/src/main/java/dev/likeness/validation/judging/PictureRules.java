package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.ReasonCode.FILE_TOO_LARGE;
import static dev.likeness.validation.judging.ReasonCode.FILE_TOO_SMALL;
import static dev.likeness.validation.judging.ReasonCode.RESOLUTION_BELOW_RECOMMENDED;
import static dev.likeness.validation.judging.ReasonCode.RESOLUTION_TOO_LOW;
import static dev.likeness.validation.judging.ReasonCode.SIDE_TOO_LONG;
import static dev.likeness.validation.judging.ReasonCode.TOO_MANY_PIXELS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be said of a photo before anything is decoded. */
public final class PictureRules {

    private static final double MEGA = 1_000_000;

    private PictureRules() {}

    /** Of a file's size in bytes. */
    public static Optional<Reason> ofFile(long bytes, Limits.Picture limits) {
        if (bytes < limits.minBytes()) {
            return Optional.of(Reason.refusal(FILE_TOO_SMALL,
                    "This file has %s bytes; at least %s are needed. Please send the original, not a preview of it."
                            .formatted(Figures.of(bytes), Figures.of(limits.minBytes())),
                    bytes, limits.minBytes(), "bytes"));
        }
        if (bytes > limits.maxBytes()) {
            return Optional.of(Reason.refusal(FILE_TOO_LARGE,
                    "This file has %s bytes; at most %s can be taken. Please send a smaller version."
                            .formatted(Figures.of(bytes), Figures.of(limits.maxBytes())),
                    bytes, limits.maxBytes(), "bytes"));
        }
        return Optional.empty();
    }

    /** Of a picture's width and height in pixels, in whichever order. */
    public static List<Reason> ofSize(int width, int height, Limits.Picture limits) {
        return Stream.of(pixels(width, height, limits), side(Math.max(width, height), limits),
                resolution(Math.min(width, height), limits)).flatMap(Optional::stream).toList();
    }

    private static Optional<Reason> pixels(int width, int height, Limits.Picture limits) {
        long pixels = (long) width * height;
        if (pixels <= limits.maxPixels()) {
            return Optional.empty();
        }
        double measured = pixels / MEGA;
        double limit = limits.maxPixels() / MEGA;
        return Optional.of(Reason.refusal(TOO_MANY_PIXELS,
                "This picture has %s megapixels (%s x %s); at most %s can be taken. Please send a smaller version."
                        .formatted(Figures.of(measured), Figures.of(width), Figures.of(height), Figures.of(limit)),
                measured, limit, "megapixels"));
    }

    private static Optional<Reason> side(int side, Limits.Picture limits) {
        if (side <= limits.maxSide()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(SIDE_TOO_LONG,
                "The long side of this picture has %s pixels; at most %s can be taken. Please send a smaller version."
                        .formatted(Figures.of(side), Figures.of(limits.maxSide())),
                side, limits.maxSide(), "px"));
    }

    private static Optional<Reason> resolution(int side, Limits.Picture limits) {
        if (side < limits.minShortSide()) {
            return Optional.of(Reason.refusal(RESOLUTION_TOO_LOW,
                    "The short side of this picture has %s pixels; at least %s are needed. Please send a larger version."
                            .formatted(Figures.of(side), Figures.of(limits.minShortSide())),
                    side, limits.minShortSide(), "px"));
        }
        if (side < limits.recommendedShortSide()) {
            return Optional.of(Reason.warning(RESOLUTION_BELOW_RECOMMENDED,
                    "The short side of this picture has %s pixels; %s and more make better portraits."
                            .formatted(Figures.of(side), Figures.of(limits.recommendedShortSide())),
                    side, limits.recommendedShortSide(), "px"));
        }
        return Optional.empty();
    }
}
