package dev.likeness.sandbox.http;

import dev.likeness.sandbox.SandboxProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** The scheme, host and port that addresses in answers start with; without a slash at the end. */
@Component
public class PublicUrls {

    private final @Nullable String fixed;

    PublicUrls(SandboxProperties properties) {
        URI url = properties.publicUrl();
        fixed = url == null ? null : url.toString().replaceAll("/+$", "");
    }

    /** The configured one, else the one this caller used. */
    public String base(ServerHttpRequest request) {
        return base(request.getURI().getScheme() + "://" + request.getURI().getRawAuthority());
    }

    /** The configured one, else the one remembered. */
    public String base(String remembered) {
        return fixed == null ? remembered : fixed;
    }
}
