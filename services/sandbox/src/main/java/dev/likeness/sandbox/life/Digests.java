package dev.likeness.sandbox.life;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and MD5 as lower-case hex. */
public final class Digests {

    private Digests() {}

    public static String sha256(byte[] content) {
        return hex("SHA-256", content);
    }

    public static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static String hex(String algorithm, byte[] content) {
        return HexFormat.of().formatHex(of(algorithm).digest(content));
    }
}
