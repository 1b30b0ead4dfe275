package dev.likeness.generation.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The hosts that an output may be fetched from. An address comes from outside, so without this list
 * whoever writes it could have this service read from the inside of our network.
 */
final class OutputHosts {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int HTTPS_PORT = 443;

    private final List<String> allowed;

    OutputHosts(List<String> allowed) {
        this.allowed = allowed.stream().map(entry -> entry.toLowerCase(Locale.ROOT)).toList();
    }

    boolean allows(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.getRawUserInfo() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        boolean https = scheme.equalsIgnoreCase("https");
        if (allowed.contains(name + ":" + address.getPort())) {
            return https || scheme.equalsIgnoreCase("http") && LOOPBACK.contains(name);
        }
        boolean usualPort = address.getPort() == -1 || address.getPort() == HTTPS_PORT;
        return https && usualPort && allowed.stream().anyMatch(entry -> names(entry, name));
    }

    private static boolean names(String entry, String host) {
        return entry.startsWith(".")
                ? host.length() > entry.length() && host.endsWith(entry)
                : entry.equals(host);
    }
}
