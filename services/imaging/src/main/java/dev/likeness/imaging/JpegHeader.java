package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

/**
 * Markers of a JPEG file (ITU-T T.81, annex B): the frame header, the orientation, and whether it
 * ends.
 */
final class JpegHeader {

    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    /**
     * Encoders write ten or so; thousands over a large frame would keep a processor busy for minutes.
     */
    private static final int MAX_SCANS = 100;

    private int width;
    private int height;
    private int orientation = ExifOrientation.UPRIGHT;
    private boolean exifSeen;

    private JpegHeader() {}

    static ImageHeader read(ByteReader in) {
        JpegHeader header = new JpegHeader();
        try {
            header.readToScan(in);
        } catch (UnreadableImage e) {
            // The size is known: a file that is cut later is judged by its size first.
            if (header.width == 0 || e.reason() != TRUNCATED) {
                throw e;
            }
        }
        return new ImageHeader(ImageFormat.JPEG, header.width, header.height, header.orientation, false);
    }

    private void readToScan(ByteReader in) {
        in.skip(2);
        for (int marker = nextMarker(in); marker != START_OF_SCAN && marker != END_OF_IMAGE; marker = nextMarker(in)) {
            if (isStandalone(marker)) {
                continue;
            }
            int length = segmentLength(in);
            if (isFrame(marker)) {
                readFrame(in, length);
            } else if (marker == APP1 && !exifSeen && length >= ExifOrientation.PREFIX_BYTES) {
                readExif(in, length);
            } else {
                in.skip(length);
            }
        }
    }

    private void readFrame(ByteReader in, int length) {
        if (length < 6 || width != 0) {
            throw new UnreadableImage(CORRUPT, "a second or too short frame header");
        }
        in.skip(1);
        height = in.u16();
        width = in.u16();
        in.skip(length - 5);
        if (width == 0 || height == 0) {
            throw new UnreadableImage(CORRUPT, "a frame without size");
        }
    }

    private void readExif(ByteReader in, int length) {
        byte[] prefix = in.bytes(ExifOrientation.PREFIX_BYTES);
        int rest = length - prefix.length;
        if (ExifOrientation.hasPrefix(prefix)) {
            exifSeen = true;
            orientation = ExifOrientation.of(in.bytes(rest));
        } else {
            in.skip(rest);
        }
    }

    /**
     * Walks the whole file to its end marker: the decoder would fill what is missing with gray and only
     * warn. What follows the end (previews, motion clips of phones) is not looked at.
     */
    static void requireComplete(byte[] file) {
        int scans = 0;
        int at = afterMarker(file, 2);
        for (int marker = file[at - 1] & 0xff; marker != END_OF_IMAGE; marker = file[at - 1] & 0xff) {
            if (!isStandalone(marker)) {
                if (at + 2 > file.length) {
                    throw cut();
                }
                int length = (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
                if (length < 2) {
                    throw new UnreadableImage(CORRUPT, "a segment of negative length");
                }
                at += length;
            }
            if (marker == START_OF_SCAN && ++scans > MAX_SCANS) {
                throw new UnreadableImage(CORRUPT, "more than " + MAX_SCANS + " scans");
            }
            at = afterMarker(file, at);
        }
        if (scans == 0) {
            throw new UnreadableImage(CORRUPT, "no scan before the end");
        }
    }

    /** As {@link #nextMarker}, but quick: entropy-coded data is nearly all of a file. */
    private static int afterMarker(byte[] file, int from) {
        int at = from;
        while (at < file.length) {
            if (file[at++] == (byte) 0xff) {
                while (at < file.length && file[at] == (byte) 0xff) {
                    at++;
                }
                if (at < file.length && file[at++] != 0) {
                    return at;
                }
            }
        }
        throw cut();
    }

    private static UnreadableImage cut() {
        return new UnreadableImage(TRUNCATED, "the file ends before its end marker");
    }

    /** Passes over entropy-coded data too: there a 0xff is followed by 0 or is a restart marker. */
    private static int nextMarker(ByteReader in) {
        while (true) {
            int value = in.u8();
            while (value != 0xff) {
                value = in.u8();
            }
            while (value == 0xff) {
                value = in.u8();
            }
            if (value != 0) {
                return value;
            }
        }
    }

    private static int segmentLength(ByteReader in) {
        int length = in.u16() - 2;
        if (length < 0) {
            throw new UnreadableImage(CORRUPT, "a segment of negative length");
        }
        return length;
    }

    private static boolean isStandalone(int marker) {
        return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
    }

    /** SOF0 to SOF15, without the three codes between them that say something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
