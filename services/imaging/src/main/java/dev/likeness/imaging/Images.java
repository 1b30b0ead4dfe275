package dev.likeness.imaging;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures in and out. Everything here takes processor time: call it on a worker's thread, never on
 * an event loop. Decoding waits while too many pixels are being decoded in this JVM.
 */
public final class Images {

    /** What is refused by default: the largest phone sensors, and no more. */
    public static final long MAX_PIXELS = 64_000_000;

    private static final double THUMBNAIL_QUALITY = 0.82;

    private Images() {}

    /**
     * The whole picture as opaque 8-bit sRGB ({@code TYPE_INT_RGB}), its orientation applied,
     * transparent parts on white.
     *
     * @param maxPixels compared with the header before anything is allocated
     * @throws UnreadableImage where it is no picture, damaged, incomplete, too large or animated
     * @throws UncheckedIOException where the file itself cannot be read
     */
    public static BufferedImage decodeUpright(Path file, long maxPixels) {
        return Decoder.decodeUpright(file, maxPixels);
    }

    /** As {@link #decodeUpright(Path, long)}. */
    public static BufferedImage decodeUpright(byte[] file, long maxPixels) {
        return Decoder.decodeUpright(file, maxPixels);
    }

    /**
     * As {@link #decodeUpright(byte[], long)}, already made smaller by a whole number where the picture
     * is much larger than {@code longSide}: its own long side is then at least nine tenths of that. Of
     * the full size only the decoder's own raster is held.
     */
    public static BufferedImage decodeReduced(byte[] file, long maxPixels, int longSide) {
        return Decoder.decodeReduced(file, maxPixels, longSide);
    }

    /**
     * Looks for the end of the file where its format has one, and for what lies outside of it.
     *
     * @throws UnreadableImage where a part is missing
     */
    public static void requireWhole(byte[] file, ImageFormat format) {
        Decoder.requireWhole(file, format);
    }

    /** A picture turned as EXIF numbers it, 1 to 8, and made opaque sRGB ({@code TYPE_INT_RGB}). */
    public static BufferedImage turn(BufferedImage image, int orientation) {
        return orientation == ExifOrientation.UPRIGHT ? opaque(image) : Upright.of(image, orientation);
    }

    /**
     * Scaled down so that the long side is at most {@code maxLongSide}; a smaller picture is returned
     * as it is.
     */
    public static BufferedImage resize(BufferedImage image, int maxLongSide) {
        int longSide = Math.max(image.getWidth(), image.getHeight());
        if (longSide <= maxLongSide) {
            return image;
        }
        int width = Math.max(1, Math.toIntExact(Math.round((double) image.getWidth() * maxLongSide / longSide)));
        int height = Math.max(1, Math.toIntExact(Math.round((double) image.getHeight() * maxLongSide / longSide)));
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return new AreaScaling(image.getWidth(), image.getHeight(), width, height).scale(image);
        }
        BufferedImage current = image;
        // Bilinear looks at four pixels only: beyond a half it would skip some, so halves come first.
        while (current.getWidth() > 2 * width && current.getHeight() > 2 * height) {
            current = scaled(current, (current.getWidth() + 1) / 2, (current.getHeight() + 1) / 2);
        }
        return scaled(current, width, height);
    }

    /** A small upright JPEG without metadata. */
    public static byte[] thumbnail(Path file, int maxLongSide, long maxPixels) {
        return jpeg(resize(decodeUpright(file, maxPixels), maxLongSide), THUMBNAIL_QUALITY);
    }

    /** As {@link #thumbnail(Path, int, long)}. */
    public static byte[] thumbnail(byte[] file, int maxLongSide, long maxPixels) {
        return jpeg(resize(decodeUpright(file, maxPixels), maxLongSide), THUMBNAIL_QUALITY);
    }

    /**
     * A baseline JPEG with nothing but JFIF beside its pixels.
     *
     * @param quality above 0, at most 1
     */
    public static byte[] jpeg(BufferedImage image, double quality) {
        if (!(quality > 0 && quality <= 1)) {
            throw new IllegalArgumentException("JPEG quality is above 0 and at most 1, not " + quality);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
        return write(writer, opaque(image), parameters);
    }

    /** A PNG without metadata. */
    public static byte[] png(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        return write(writer, image, writer.getDefaultWriteParam());
    }

    private static byte[] write(ImageWriter writer, BufferedImage image, ImageWriteParam parameters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB ? image : Upright.of(image, ExifOrientation.UPRIGHT);
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage target = new BufferedImage(width, height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }
}
