package dev.likeness.gallery.marking;

import java.util.zip.CRC32;

/**
 * CRC-32 as ZIP and PNG have it, and that of two parts from those of each: appending n bytes
 * multiplies the first one's polynomial by x to the 8n, modulo the generator.
 */
final class Crc {

    private static final int GENERATOR = 0xEDB88320;
    /** Reflected: the highest bit is x to the power of 0. */
    private static final int ONE = 1 << 31;
    private static final int A_BYTE = 1 << 23;

    private Crc() {}

    static long of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static long of(byte[] bytes, int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, length);
        return crc.getValue();
    }

    static long joined(long first, long second, long secondLength) {
        int shift = ONE;
        int power = A_BYTE;
        for (long left = secondLength; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                shift = product(shift, power);
            }
            power = product(power, power);
        }
        return Integer.toUnsignedLong(product((int) first, shift) ^ (int) second);
    }

    private static int product(int one, int other) {
        int sum = 0;
        int shifted = other;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((one & bit) != 0) {
                sum ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ GENERATOR;
        }
        return sum;
    }
}
