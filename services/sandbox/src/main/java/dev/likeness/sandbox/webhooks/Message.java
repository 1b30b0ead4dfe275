package dev.likeness.sandbox.webhooks;

import java.util.LinkedHashMap;
import java.util.Map;

/** One webhook on its way; its id stays however often it is sent. */
record Message(String url, String id, Map<String, Object> body, boolean isForged) {

    Message(String url, String id, Map<String, Object> body) {
        this(url, id, body, false);
    }

    /** Says the opposite, and is not signed by the account. */
    Message forged() {
        boolean succeeded = "succeeded".equals(body.get("status"));
        Map<String, Object> lie = new LinkedHashMap<>(body);
        lie.put("status", succeeded ? "failed" : "succeeded");
        lie.put("error", succeeded ? "forged" : null);
        lie.put("output", succeeded
                ? null
                : Map.of("version", "forger/model:" + "0".repeat(64), "weights", "https://example.com/forged.tar"));
        return new Message(url, id, lie, true);
    }

    /** What was told, or could have been, before the end. */
    Message outdated(String otherId) {
        Map<String, Object> earlier = new LinkedHashMap<>(body);
        earlier.put("status", "processing");
        earlier.put("output", null);
        earlier.put("error", null);
        earlier.put("completed_at", null);
        return new Message(url, otherId, earlier);
    }
}
