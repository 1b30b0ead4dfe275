package dev.likeness.upload.sending;

import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBuffer;

/** Counts and hashes bytes as they pass. For one stream, which passes one buffer after another. */
final class Measure {

    private final MessageDigest digest;
    private final long most;
    private long size;

    /**
     * @param most how many bytes may pass
     */
    Measure(long most) {
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /**
     * @throws TooLarge once more than allowed have passed
     */
    void pass(DataBuffer buffer) {
        size += buffer.readableByteCount();
        if (size > most) {
            throw new TooLarge(most);
        }
        try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
            while (parts.hasNext()) {
                ByteBuffer part = parts.next();
                digest.update(part);
            }
        }
    }

    /** What has passed. To be asked once, at the end. */
    Bytes result() {
        return new Bytes(size, new Sha256(HexFormat.of().formatHex(digest.digest())));
    }

    /** How many bytes have passed so far. */
    long size() {
        return size;
    }
}
