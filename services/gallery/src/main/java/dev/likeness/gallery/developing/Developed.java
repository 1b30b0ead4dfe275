package dev.likeness.gallery.developing;

import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is made of a picture.
 *
 * @param thumbnails JPEGs that say, too, that they are AI-made; none of what can't be decoded
 * @param placeholder a data URI of less than a kilobyte
 */
record Developed(MarkedFile file, Map<ThumbnailSize, byte[]> thumbnails, Optional<String> placeholder) {

    /** Pixels of a placeholder's long side: even noise stays below a kilobyte as PNG in Base64. */
    private static final int TINY = 12;
    private static final double QUALITY = 0.82;

    /** Takes processor time and memory. */
    static Developed of(byte[] picture, ThumbnailsProperties properties) {
        MarkedFile file = MarkedFile.of(picture);
        try {
            BufferedImage image = Images.decodeUpright(picture, properties.maxPixels());
            Map<ThumbnailSize, byte[]> thumbnails = new EnumMap<>(ThumbnailSize.class);
            for (ThumbnailSize size : ThumbnailSize.values()) {
                thumbnails.put(size,
                        MarkedFile.mark(Images.jpeg(Images.resize(image, properties.longSide(size)), QUALITY)));
            }
            String tiny = Base64.getEncoder().encodeToString(Images.png(Images.resize(image, TINY)));
            return new Developed(file, thumbnails, Optional.of("data:image/png;base64," + tiny));
        } catch (UnreadableImage unreadable) {
            return new Developed(file, Map.of(), Optional.empty());
        }
    }
}
