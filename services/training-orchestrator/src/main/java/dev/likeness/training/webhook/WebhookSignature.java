package dev.likeness.training.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks, version 1: HMAC-SHA256 over {@code id.timestamp.body}, as
 * base64 after {@code v1,}; several, apart by spaces, while the provider changes its key.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final byte[] key;
    private final Duration tolerance;

    WebhookSignature(byte[] key, Duration tolerance) {
        this.key = key.clone();
        this.tolerance = tolerance;
    }

    /** Whether the body, byte for byte, was signed with our key, not long ago. */
    boolean verifies(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (key.length == 0 || !recent(timestamp, now)) {
            return false;
        }
        byte[] expected = sign(id, timestamp, body);
        boolean matches = false;
        for (String signature : signatures.split(" ", -1)) {
            // All of them, so that the time taken tells nothing.
            matches |= signature.startsWith(VERSION)
                    && MessageDigest.isEqual(expected, signature.substring(VERSION.length())
                            .getBytes(StandardCharsets.US_ASCII));
        }
        return matches;
    }

    private boolean recent(String timestamp, Instant now) {
        try {
            Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(signedAt, now).abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | java.time.DateTimeException | ArithmeticException noTime) {
            return false;
        }
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, impossible);
        }
    }
}
