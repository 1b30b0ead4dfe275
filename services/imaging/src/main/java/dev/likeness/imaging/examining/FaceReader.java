package dev.likeness.imaging.examining;

import dev.likeness.imaging.reading.FaceReading;
import java.awt.image.BufferedImage;
import java.util.List;

/** Finds and measures faces. */
@FunctionalInterface
public interface FaceReader {

    /** For pictures whose faces nobody asks for. */
    FaceReader NONE = (upright, scale) -> List.of();

    /**
     * @param upright opaque sRGB ({@code TYPE_INT_RGB}), reduced
     * @param scale how many times larger the original is: boxes are given in its pixels
     */
    List<FaceReading> read(BufferedImage upright, double scale);
}
