package dev.likeness.sandbox.webhooks;

import dev.likeness.sandbox.SandboxProperties;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The signing secret of the account. */
@RestController
class SecretController {

    private final SandboxProperties properties;

    SecretController(SandboxProperties properties) {
        this.properties = properties;
    }

    @GetMapping("/v1/webhooks/default/secret")
    Map<String, String> secret() {
        return Map.of("key", properties.webhookSecret());
    }
}
