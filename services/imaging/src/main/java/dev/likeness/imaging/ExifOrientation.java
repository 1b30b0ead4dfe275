package dev.likeness.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing we want of EXIF: tag 0x0112 of IFD0 in its TIFF structure (CIPA DC-008). Whatever
 * is wrong with a photo's EXIF, the photo itself may be good: then it is upright.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;
    /** "Exif" and two zeros: always in JPEG, sometimes in WebP. */
    static final int PREFIX_BYTES = 6;

    private static final int TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    static boolean hasPrefix(byte[] bytes) {
        return bytes.length >= PREFIX_BYTES && bytes[0] == 'E' && bytes[1] == 'x' && bytes[2] == 'i' && bytes[3] == 'f'
                && bytes[4] == 0 && bytes[5] == 0;
    }

    /** 1 to 8; {@link #UPRIGHT} where it is absent, damaged or out of range. */
    static int of(byte[] exif) {
        int start = hasPrefix(exif) ? PREFIX_BYTES : 0;
        ByteBuffer tiff = ByteBuffer.wrap(exif, start, exif.length - start).slice();
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (tiff.getShort(2) != 42 || directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if (entry > tiff.limit() - ENTRY_BYTES) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return tiff.getShort(entry + 2) == TYPE_SHORT && value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
