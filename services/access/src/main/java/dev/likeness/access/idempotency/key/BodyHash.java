package dev.likeness.access.idempotency.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a request's body.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record BodyHash(String hex) {

    public static BodyHash of(byte[] body) {
        return new BodyHash(HexFormat.of().formatHex(sha256(body)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
