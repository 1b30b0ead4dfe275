package dev.likeness.access.idempotency.key;

import dev.likeness.person.UserId;
import java.util.regex.Pattern;

/**
 * One person's key on one route; the same key elsewhere is another one.
 *
 * @param route as the service names it, such as {@code POST /v1/uploads}
 * @param key 1 to 255 visible ASCII characters, chosen by the client
 */
public record KeyId(UserId userId, String route, String key) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * @throws IllegalArgumentException if the key has another form
     */
    public KeyId {
        if (!VISIBLE.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "1 to 255 visible ASCII characters without blanks; it has " + key.length() + " characters");
        }
    }
}
