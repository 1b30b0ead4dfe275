package dev.likeness.chaos.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fault of the provider in waiting, as the sandbox reads it.
 *
 * @param delaySeconds 0 for what has none
 */
public record ProviderFault(String operation, String kind, int times, int delaySeconds) {

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", operation);
        json.put("kind", kind);
        json.put("times", times);
        if (delaySeconds > 0) {
            json.put("delay", "PT" + delaySeconds + "S");
        }
        return json;
    }
}
