package dev.likeness.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an instance makes up for itself on its first start.
 *
 * @param providerToken the sandbox's bearer token
 * @param webhookSecret what the sandbox signs its webhooks with: {@code whsec_} and base64
 */
public record Secrets(String providerToken, String webhookSecret) {

    public static Secrets of(Home home) {
        JsonMapper json = JsonMapper.shared();
        try {
            if (Files.exists(home.secrets())) {
                return json.readValue(Files.readString(home.secrets()), Secrets.class);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Secrets fresh = new Secrets("r8_" + HexFormat.of().formatHex(random(20)),
                "whsec_" + Base64.getEncoder().encodeToString(random(24)));
        Files0600.write(home.secrets(), json.writeValueAsString(fresh));
        return fresh;
    }

    private static byte[] random(int bytes) {
        byte[] bits = new byte[bytes];
        new SecureRandom().nextBytes(bits);
        return bits;
    }
}
