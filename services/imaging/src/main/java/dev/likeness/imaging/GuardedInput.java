package dev.likeness.imaging;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file for a decoder that takes the end of its input for zeros: a hundred bytes that promise 64
 * million pixels would keep it busy for minutes and come out as a picture. Reading ahead a little
 * is no harm.
 */
final class GuardedInput extends ImageInputStreamImpl {

    private static final int MAX_READS_BEHIND_THE_END = 64;

    private final byte[] bytes;
    private int readsBehindTheEnd;

    GuardedInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return ended();
        }
        return bytes[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return ended();
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private int ended() throws IIOException {
        if (++readsBehindTheEnd > MAX_READS_BEHIND_THE_END) {
            throw new IIOException("Premature end of data");
        }
        return -1;
    }
}
