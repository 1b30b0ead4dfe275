package dev.likeness.local.instance;

import dev.likeness.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an instance makes up for itself on its first start.
 *
 * @param providerToken the sandbox's bearer token
 * @param webhookSecret what the sandbox signs its webhooks with: {@code whsec_} and base64
 * @param vectorsKey what face vectors are sealed with: 32 bytes in base64
 */
public record Secrets(String providerToken, String webhookSecret, String vectorsKey) {

    /** As a file may have it: one of an earlier version lacks what came later. */
    private record Stored(String providerToken, String webhookSecret, @Nullable String vectorsKey) {}

    public static Secrets of(Home home) {
        JsonMapper json = JsonMapper.shared();
        try {
            if (Files.exists(home.secrets())) {
                return completed(home, json.readValue(Files.readString(home.secrets()), Stored.class));
            }
        } catch (JacksonException damaged) {
            throw new Refusal("The file " + home.secrets() + " is damaged. Put it back from a backup, or start afresh "
                    + "with another data directory: without it, what was sealed with its keys can't be read.");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return written(home, new Secrets("r8_" + HexFormat.of().formatHex(random(20)),
                "whsec_" + base64(random(24)), base64(random(32))));
    }

    private static Secrets completed(Home home, Stored stored) {
        String vectorsKey = stored.vectorsKey();
        return vectorsKey == null
                ? written(home, new Secrets(stored.providerToken(), stored.webhookSecret(), base64(random(32))))
                : new Secrets(stored.providerToken(), stored.webhookSecret(), vectorsKey);
    }

    private static Secrets written(Home home, Secrets secrets) {
        Files0600.write(home.secrets(), JsonMapper.shared().writeValueAsString(secrets));
        return secrets;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] random(int bytes) {
        byte[] bits = new byte[bytes];
        new SecureRandom().nextBytes(bits);
        return bits;
    }
}
