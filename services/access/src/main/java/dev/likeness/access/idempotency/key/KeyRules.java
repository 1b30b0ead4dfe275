package dev.likeness.access.idempotency.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** The rules of the header {@code Idempotency-Key}. */
public final class KeyRules {

    private KeyRules() {}

    /**
     * Same key and body: the same answer; another body is refused, and so is a request whose first
     * attempt runs.
     *
     * @param takeOverAfter age from which a running claim counts as its holder's crash
     */
    public static KeyDecision decide(StoredKey stored, BodyHash body, Duration takeOverAfter) {
        return switch (stored) {
            case StoredKey.Absent() -> new KeyDecision.Begin();
            case StoredKey.Done(var first, var answer) ->
                first.equals(body) ? new KeyDecision.Replay(answer) : new KeyDecision.OtherBody();
            case StoredKey.Running(var first, _, _) when !first.equals(body) -> new KeyDecision.OtherBody();
            case StoredKey.Running(_, var claim, var age) -> age.compareTo(takeOverAfter) >= 0
                    ? new KeyDecision.TakeOver(claim)
                    : new KeyDecision.StillRunning(takeOverAfter.minus(age));
        };
    }

    /**
     * The id of what the work makes: the same for every attempt, so that a second one after a crash
     * finds the first one's row. The body is part of it: a key used again for another body, after the
     * first was forgotten, makes something new. RFC 9562 version 8 from SHA-256.
     */
    public static UUID workId(KeyId id, BodyHash body) {
        String name = String.join("\n", id.userId().value(), id.route(), id.key(), body.hex());
        ByteBuffer bits = ByteBuffer.wrap(BodyHash.sha256(name.getBytes(StandardCharsets.UTF_8)));
        long high = (bits.getLong() & ~0xF000L) | 0x8000L;
        long low = (bits.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
