package dev.likeness.validation.checking;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.ColorHistogram;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import dev.likeness.validation.LimitsProperties;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Decodes and prepares in this process; it finds no faces, so that every photo is refused. */
class PixelsExaminer implements Examiner {

    private static final int THUMBNAIL = 320;

    private final LimitsProperties limits;

    PixelsExaminer(LimitsProperties limits) {
        this.limits = limits;
    }

    @Override
    public Examination examine(byte[] file) {
        ImageFormat format = ImageFormat
                .detect(Arrays.copyOf(file, Math.min(file.length, ImageFormat.HEAD_BYTES)))
                .orElseThrow(() -> new UnreadableImage(UnreadableImage.Reason.NOT_AN_IMAGE, "unknown content"));
        BufferedImage image = Images.decodeUpright(file, limits.maxPixels());
        PhotoReading reading = new PhotoReading(format, image.getWidth(), image.getHeight(), new Light(0, 0, 0, 0), 0,
                Arrays.hashCode(file), new ColorHistogram(List.of()), List.of());
        double quality = limits.prepared().quality();
        return new Examination(reading,
                Images.jpeg(Images.resize(image, limits.prepared().longSide()), quality),
                Images.jpeg(Images.resize(image, THUMBNAIL), quality));
    }
}
