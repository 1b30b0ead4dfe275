package dev.likeness.bench.upload;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Ten million bytes that are no other photo's: a number of its own before a common rest. */
record Photo(byte[] head, String sha256) {

    static final int SIZE = 10_000_000;

    private static final byte[] REST = new byte[SIZE - Long.BYTES];
    private static final AtomicLong NEXT = new AtomicLong();

    static {
        new Random(1).nextBytes(REST);
    }

    static Photo next() {
        byte[] head = ByteBuffer.allocate(Long.BYTES).putLong(NEXT.incrementAndGet()).array();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            return new Photo(head, HexFormat.of().formatHex(digest.digest(REST)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Read piece by piece: a publisher of arrays copies them whole before it sends. */
    BodyPublisher body() {
        return body(InputStream.nullInputStream(), InputStream.nullInputStream(), 0);
    }

    /** @param more how long what is before and after is */
    BodyPublisher body(InputStream before, InputStream after, int more) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                Collections.enumeration(List.of(before, new ByteArrayInputStream(head),
                        new ByteArrayInputStream(REST), after)))),
                SIZE + more);
    }
}
