package dev.likeness.imaging.codec;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A JPEG as cameras write it, cut down to what makes its pixels: 8 bits, gray or YCbCr, baseline or
 * progressive. Profiles, EXIF and previews never reach the native decoder.
 */
final class PlainJpeg {

    private static final int START_OF_SCAN = 0xda;
    private static final int ADOBE = 0xee;

    private PlainJpeg() {}

    /** Empty where it is of another kind, which the slower decoder knows. */
    static Optional<byte[]> of(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, 2);
        boolean plain = false;
        for (int at = 2; at + 4 <= file.length;) {
            int marker = file[at + 1] & 0xff;
            if ((file[at] & 0xff) != 0xff || marker < 0xc0 || marker >= 0xd0 && marker <= 0xd9) {
                return Optional.empty();
            }
            if (marker == START_OF_SCAN) {
                kept.write(file, at, file.length - at);
                return plain ? Optional.of(kept.toByteArray()) : Optional.empty();
            }
            int length = 2 + ((file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff);
            if (length < 4 || at + length > file.length || marker == ADOBE && !isYcc(file, at, length)) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                plain = marker <= 0xc2 && isPlainFrame(file, at, length);
            }
            if (marker < 0xe0) {
                kept.write(file, at, length);
            }
            at += length;
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Eight bits, one component, or three that are not named R, G and B. */
    private static boolean isPlainFrame(byte[] file, int at, int length) {
        if (length < 13 || file[at + 4] != 8) {
            return false;
        }
        int components = file[at + 9];
        return components == 1 || components == 3 && length == 19 && file[at + 10] != 'R';
    }

    /** Adobe's marker ends with how colours were turned: 1 is YCbCr. */
    private static boolean isYcc(byte[] file, int at, int length) {
        return length < 16 || file[at + 4] != 'A' || file[at + 15] == 1;
    }
}
