package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Reads numbers and names from a file nobody vouches for. Memory is only taken for bytes that have
 * come, and no more than {@code readLimit} bytes are looked at; skipped ones do not count.
 */
final class ByteReader {

    /** A well-formed header has some dozens of segments; a million empty ones are an attack. */
    private static final int MAX_SKIPS = 4096;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int position;
    private int limit;
    private long readLeft;
    private int skipsLeft;

    ByteReader(InputStream in, long readLimit) {
        this.in = in;
        this.readLeft = readLimit;
        this.skipsLeft = readLimit == Long.MAX_VALUE ? Integer.MAX_VALUE : MAX_SKIPS;
    }

    /**
     * The next bytes, fewer at the end of the file, without moving on. Only before anything else was
     * read.
     */
    byte[] peek(int count) {
        while (limit < count && fill()) {
            // until there are enough
        }
        return Arrays.copyOfRange(buffer, position, Math.min(limit, position + count));
    }

    /** The next byte, or -1 at the end of the file. */
    int next() {
        if (--readLeft < 0) {
            throw new UnreadableImage(CORRUPT, "no end of the header in sight");
        }
        if (position == limit) {
            position = limit = 0;
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position++] & 0xff;
    }

    int u8() {
        int value = next();
        if (value < 0) {
            throw new UnreadableImage(TRUNCATED, "the file ends inside its structure");
        }
        return value;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    int u16LittleEndian() {
        return u8() | u8() << 8;
    }

    int u24LittleEndian() {
        return u16LittleEndian() | u8() << 16;
    }

    long u32LittleEndian() {
        return u16LittleEndian() | (long) u16LittleEndian() << 16;
    }

    /** Four characters that name a chunk or box. */
    String name() {
        return "" + (char) u8() + (char) u8() + (char) u8() + (char) u8();
    }

    /** For parts whose length a format bounds; a longer one than may still be read is refused first. */
    byte[] bytes(long count) {
        if (count < 0 || count > readLeft) {
            throw new UnreadableImage(CORRUPT, "a part of " + count + " bytes in the header");
        }
        byte[] bytes = new byte[(int) count];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) u8();
        }
        return bytes;
    }

    interface Sink {

        void take(byte[] bytes, int offset, int count);
    }

    /** Hands on the next bytes in pieces, so that memory is only taken for ones that have come. */
    void copy(long count, Sink sink) {
        if (count < 0 || count > readLeft) {
            throw new UnreadableImage(CORRUPT, "a part of " + count + " bytes");
        }
        for (long left = count; left > 0;) {
            sink.take(new byte[]{(byte) u8()}, 0, 1);
            int piece = (int) Math.min(--left, limit - position);
            sink.take(buffer, position, piece);
            position += piece;
            readLeft -= piece;
            left -= piece;
        }
    }

    /** Skips; the end of the file shows at the next read. */
    void skip(long count) {
        if (count < 0 || --skipsLeft < 0) {
            throw new UnreadableImage(CORRUPT, "too many or impossible parts in the header");
        }
        int buffered = (int) Math.min(count, limit - position);
        position += buffered;
        try {
            if (count > buffered) {
                in.skipNBytes(count - buffered);
            }
        } catch (EOFException e) {
            // The next read says so.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean fill() {
        try {
            int count = in.read(buffer, limit, buffer.length - limit);
            limit += Math.max(count, 0);
            return count > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
