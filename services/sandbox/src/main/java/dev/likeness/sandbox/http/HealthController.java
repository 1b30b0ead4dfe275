package dev.likeness.sandbox.http;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where every service's health is asked for; the sandbox is up as soon as it answers. */
@RestController
class HealthController {

    @GetMapping({"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    Map<String, Object> health() {
        return Map.of("status", "UP");
    }
}
