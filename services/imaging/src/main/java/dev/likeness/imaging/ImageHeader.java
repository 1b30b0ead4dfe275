package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.NOT_AN_IMAGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a file says of itself before a pixel is decoded.
 *
 * @param width columns as stored, before the orientation is applied; at least 1. Of a HEIC, those
 * of the primary picture that are left by its crop
 * @param height rows as stored; at least 1
 * @param orientation as EXIF numbers it, 1 to 8; 1 where the file has none. Of a HEIC, what its own
 * turning and mirroring come to
 * @param animated several frames: animated WebP, APNG, HEIC sequence
 */
public record ImageHeader(ImageFormat format, int width, int height, int orientation, boolean animated) {

    /** A header is found in this many bytes, or the file is refused: a hostile one must cost little. */
    private static final int READ_LIMIT = 512 * 1024;

    public ImageHeader {
        if (width < 1 || height < 1) {
            throw new UnreadableImage(CORRUPT, "a picture of " + width + "x" + height);
        }
        if (orientation < 1 || orientation > 8) {
            orientation = 1;
        }
    }

    /**
     * Reads at most half a megabyte and skips what lies between (EXIF is at the end of a WebP).
     *
     * @throws UnreadableImage where the content is none of our formats or its header is damaged
     * @throws UncheckedIOException where the file itself cannot be read
     */
    public static ImageHeader read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ImageHeader read(byte[] file) {
        return read(new ByteArrayInputStream(file));
    }

    /** As {@link #read(Path)}; the stream is left somewhere behind the header and stays open. */
    public static ImageHeader read(InputStream in) {
        ByteReader reader = new ByteReader(in, READ_LIMIT);
        ImageFormat format = ImageFormat.detect(reader.peek(ImageFormat.HEAD_BYTES))
                .orElseThrow(() -> new UnreadableImage(NOT_AN_IMAGE, "unknown signature"));
        return switch (format) {
            case JPEG -> JpegHeader.read(reader);
            case PNG -> PngHeader.read(reader);
            case WEBP -> WebpHeader.read(reader);
            case HEIC -> HeicHeader.read(reader);
        };
    }

    public long pixels() {
        return (long) width * height;
    }

    public int shortSide() {
        return Math.min(width, height);
    }

    public int longSide() {
        return Math.max(width, height);
    }

    /** Columns as a person sees the picture. */
    public int uprightWidth() {
        return orientation > 4 ? height : width;
    }

    /** Rows as a person sees the picture. */
    public int uprightHeight() {
        return orientation > 4 ? width : height;
    }
}
