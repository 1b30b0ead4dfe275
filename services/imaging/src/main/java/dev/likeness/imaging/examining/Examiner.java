package dev.likeness.imaging.examining;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.codec.Photos;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;

/** Examines photos one after the other, in the process it is called in: a worker's. */
public final class Examiner {

    private static final double THUMBNAIL_QUALITY = 0.82;

    private final Copies copies;
    private final FaceReader faceReader;

    public Examiner(Copies copies, FaceReader faceReader) {
        this.copies = copies;
        this.faceReader = faceReader;
    }

    /** @throws UnreadableImage where it is no picture, damaged, incomplete, too large or animated */
    public Examination examine(byte[] file) {
        ImageHeader header = ImageHeader.read(file);
        BufferedImage picture = Photos.decode(file, copies.maxPixels(), copies.longSide());
        BufferedImage thumbnail = Images.resize(picture, copies.thumbnailLongSide());
        PhotoReading reading = read(header, picture, thumbnail);
        return new Examination(reading, Photos.jpeg(picture, copies.quality()),
                Photos.jpeg(thumbnail, THUMBNAIL_QUALITY));
    }

    private PhotoReading read(ImageHeader header, BufferedImage picture, BufferedImage thumbnail) {
        double scale = (double) header.longSide() / Math.max(picture.getWidth(), picture.getHeight());
        List<FaceReading> faces = faceReader.read(picture, scale)
                .stream()
                .sorted(Comparator.comparingDouble((FaceReading face) -> face.box().height()).reversed())
                .toList();
        double thumbnailScale = (double) header.longSide() / Math.max(thumbnail.getWidth(), thumbnail.getHeight());
        Luma luma = Luma.of(picture);
        Luma standard = luma.scaled(Sharpness.LONG_SIDE);
        return new PhotoReading(header.format(), header.uprightWidth(), header.uprightHeight(), luma.light(),
                Sharpness.of(standard), PerceptualHash.of(standard),
                Background.of(thumbnail, faces, thumbnailScale), faces);
    }
}
