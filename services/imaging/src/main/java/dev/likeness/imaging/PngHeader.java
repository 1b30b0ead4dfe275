package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;

/** Chunks of a PNG file before its pixels (W3C PNG, third edition). */
final class PngHeader {

    static final int SIGNATURE_BYTES = 8;
    private static final int MAX_EXIF_BYTES = 64 * 1024;

    private PngHeader() {}

    static ImageHeader read(ByteReader in) {
        in.skip(SIGNATURE_BYTES);
        if (in.u32() != 13 || !in.name().equals("IHDR")) {
            throw new UnreadableImage(CORRUPT, "a PNG without its header first");
        }
        int width = side(in);
        int height = side(in);
        in.skip(5 + 4);
        return readChunks(in, width, height);
    }

    private static ImageHeader readChunks(ByteReader in, int width, int height) {
        int orientation = ExifOrientation.UPRIGHT;
        boolean animated = false;
        while (true) {
            int length = in.next();
            if (length < 0) {
                break;
            }
            long rest = (long) length << 24 | in.u8() << 16 | in.u16();
            String name = in.name();
            if (name.equals("IDAT") || name.equals("IEND")) {
                break;
            }
            animated |= name.equals("acTL");
            if (name.equals("eXIf") && rest <= MAX_EXIF_BYTES) {
                orientation = ExifOrientation.of(in.bytes(rest));
                rest = 0;
            }
            in.skip(rest + 4);
        }
        return new ImageHeader(ImageFormat.PNG, width, height, orientation, animated);
    }

    private static int side(ByteReader in) {
        long side = in.u32();
        if (side < 1 || side > Integer.MAX_VALUE) {
            throw new UnreadableImage(CORRUPT, "a side of " + side + " pixels");
        }
        return (int) side;
    }
}
