package dev.likeness.imaging.codec;

import static dev.likeness.imaging.UnreadableImage.Reason.SEVERAL_FRAMES;
import static dev.likeness.imaging.UnreadableImage.Reason.TOO_MANY_PIXELS;

import dev.likeness.imaging.ColorProfile;
import dev.likeness.imaging.HeicPicture;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Photos of every format in, JPEG out; native where that is quicker or the only way. */
public final class Photos {

    /** H.273's number of Display P3's primaries. */
    private static final int PRIMARIES_P3 = 12;
    /**
     * Asking a second decoder costs seconds for the largest pictures, and most of a worker's memory.
     */
    private static final long MAX_SECOND_OPINION = 25_000_000;

    private Photos() {}

    /**
     * The picture upright, in sRGB, opaque ({@code TYPE_INT_RGB}), its long side at most
     * {@code longSide}.
     *
     * @throws UnreadableImage where it is damaged, incomplete, animated or larger than
     * {@code maxPixels}
     */
    public static BufferedImage decode(byte[] file, long maxPixels, int longSide) {
        ImageHeader header = ImageHeader.read(file);
        if (header.pixels() > maxPixels) {
            throw new UnreadableImage(TOO_MANY_PIXELS, header.width() + "x" + header.height());
        }
        if (header.animated()) {
            throw new UnreadableImage(SEVERAL_FRAMES, header.format().name());
        }
        BufferedImage decoded = switch (header.format()) {
            case JPEG -> jpeg(file, header, longSide)
                    .orElseGet(() -> Images.decodeReduced(file, maxPixels, longSide));
            case PNG, WEBP -> Images.decodeReduced(file, maxPixels, longSide);
            case HEIC -> heic(HeicPicture.of(file), maxPixels, longSide);
        };
        return Images.resize(decoded, longSide);
    }

    /** A baseline JPEG without metadata of an opaque picture ({@code TYPE_INT_RGB}). */
    public static byte[] jpeg(BufferedImage image, double quality) {
        return JpegEncoder.encode(image, quality);
    }

    /**
     * Empty where the file is unusual, or damaged and not very large: then the JDK's decoder has the
     * last word, as it forgives what loses no pixel.
     */
    private static Optional<BufferedImage> jpeg(byte[] file, ImageHeader header, int longSide) {
        Images.requireWhole(file, ImageFormat.JPEG);
        return PlainJpeg.of(file).flatMap(plain -> {
            try {
                BufferedImage stored = JpegDecoder.decode(plain, header, longSide);
                ColorProfile.embedded(file, ImageFormat.JPEG).ifPresent(profile -> profile.toSrgb(stored));
                return Optional.of(Images.turn(stored, header.orientation()));
            } catch (UnreadableImage e) {
                if (header.pixels() > MAX_SECOND_OPINION) {
                    throw e;
                }
                return Optional.empty();
            }
        });
    }

    private static BufferedImage heic(HeicPicture picture, long maxPixels, int longSide) {
        if ((long) picture.width() * picture.height() > maxPixels) {
            throw new UnreadableImage(TOO_MANY_PIXELS, picture.width() + "x" + picture.height());
        }
        BufferedImage stored = HeicDecoder.decode(picture, longSide);
        Optional<ColorProfile> profile = picture.profile().flatMap(ColorProfile::of);
        if (profile.isPresent()) {
            profile.get().toSrgb(stored);
        } else if (picture.coding().filter(coding -> coding.primaries() == PRIMARIES_P3).isPresent()) {
            ColorProfile.displayP3ToSrgb(stored);
        }
        return Images.turn(stored, picture.orientation());
    }
}
