package dev.likeness.local.stack;

import dev.likeness.local.instance.Secrets;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who trains and predicts: the sandbox, or Replicate itself where the environment has a token for
 * it.
 */
record Provider(String baseUrl, String token, String owner, boolean isSandbox) {

    private static final String REPLICATE = "https://api.replicate.com/v1";
    private static final String SANDBOX_OWNER = "likeness";

    static Provider of(Map<String, String> environment, ServicePorts ports, Secrets secrets) {
        @Nullable
        String token = environment.get("REPLICATE_API_TOKEN");
        return token == null || token.isBlank()
                ? new Provider(ServicePorts.url(ports.sandbox()) + "/v1", secrets.providerToken(), SANDBOX_OWNER, true)
                : new Provider(baseUrl(environment), token, environment.getOrDefault("REPLICATE_OWNER", ""), false);
    }

    /** With the version, whether it was said or not: clients of the provider differ about that. */
    private static String baseUrl(Map<String, String> environment) {
        String said = environment.getOrDefault("REPLICATE_BASE_URL", "").strip().replaceFirst("/+$", "");
        return said.isEmpty() ? REPLICATE : said.endsWith("/v1") ? said : said + "/v1";
    }

    /** Where its outputs may be fetched from; empty for the hosts that Replicate itself has. */
    Optional<String> outputHosts() {
        return baseUrl.equals(REPLICATE) ? Optional.empty() : Optional.of(URI.create(baseUrl).getRawAuthority());
    }

    /** The same settings for each service that calls the provider, under its own prefix. */
    Map<String, String> settings(String prefix) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(prefix + ".base-url", baseUrl);
        settings.put(prefix + ".token", token);
        settings.put(prefix + ".owner", owner);
        return settings;
    }
}
