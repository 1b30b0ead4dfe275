package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

/** Chunks of a WebP file (RFC 9649): simple lossy, simple lossless and extended. */
final class WebpHeader {

    private static final int RIFF_HEADER_BYTES = 12;
    private static final int FLAG_ANIMATION = 0x02;
    private static final int MAX_EXIF_BYTES = 64 * 1024;

    private int width;
    private int height;
    private int orientation = ExifOrientation.UPRIGHT;
    private boolean animated;
    private boolean canvasKnown;

    private WebpHeader() {}

    static ImageHeader read(ByteReader in) {
        in.skip(RIFF_HEADER_BYTES);
        WebpHeader header = new WebpHeader();
        header.readChunk(in, in.name());
        if (header.canvasKnown) {
            header.readToEnd(in);
        }
        return new ImageHeader(ImageFormat.WEBP, header.width, header.height, header.orientation, header.animated);
    }

    /** The container says how long it is: the decoder would show a file that is cut later as gray. */
    static void requireComplete(ByteReader in) {
        in.skip(4);
        long length = in.u32LittleEndian();
        if (length < 4) {
            throw new UnreadableImage(CORRUPT, "a container without content");
        }
        in.skip(length - 1);
        var _ = in.u8();
    }

    /** In the extended form EXIF stands behind the pixels. */
    private void readToEnd(ByteReader in) {
        try {
            for (int first = in.next(); first >= 0; first = in.next()) {
                readChunk(in, "" + (char) first + (char) in.u8() + (char) in.u8() + (char) in.u8());
            }
        } catch (UnreadableImage e) {
            if (e.reason() != TRUNCATED) {
                throw e;
            }
        }
    }

    private void readChunk(ByteReader in, String name) {
        long length = in.u32LittleEndian();
        long left = length + (length & 1);
        switch (name) {
            case "VP8 " -> left -= readLossy(in);
            case "VP8L" -> left -= readLossless(in);
            case "VP8X" -> left -= readCanvas(in);
            case "EXIF" -> {
                if (length <= MAX_EXIF_BYTES) {
                    orientation = ExifOrientation.of(in.bytes(length));
                    left -= length;
                }
            }
            default -> {
                if (!canvasKnown) {
                    throw new UnreadableImage(CORRUPT, "a WebP without pixels first");
                }
            }
        }
        in.skip(left);
    }

    private int readCanvas(ByteReader in) {
        if (canvasKnown) {
            throw new UnreadableImage(CORRUPT, "a second canvas");
        }
        canvasKnown = true;
        animated = (in.u8() & FLAG_ANIMATION) != 0;
        in.skip(3);
        width = in.u24LittleEndian() + 1;
        height = in.u24LittleEndian() + 1;
        return 10;
    }

    private int readLossy(ByteReader in) {
        int frameTag = in.u24LittleEndian();
        if ((frameTag & 1) != 0 || in.u8() != 0x9d || in.u8() != 0x01 || in.u8() != 0x2a) {
            throw new UnreadableImage(CORRUPT, "a VP8 frame that is no key frame");
        }
        frame(in.u16LittleEndian() & 0x3fff, in.u16LittleEndian() & 0x3fff);
        return 10;
    }

    private int readLossless(ByteReader in) {
        if (in.u8() != 0x2f) {
            throw new UnreadableImage(CORRUPT, "a VP8L frame without its signature");
        }
        long bits = in.u32LittleEndian();
        frame((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
        return 5;
    }

    /**
     * A still fills its canvas; a larger frame behind a small canvas would get past a limit on pixels.
     */
    private void frame(int frameWidth, int frameHeight) {
        if (canvasKnown && (frameWidth != width || frameHeight != height)) {
            throw new UnreadableImage(CORRUPT, "a frame of another size than its canvas");
        }
        width = frameWidth;
        height = frameHeight;
    }
}
