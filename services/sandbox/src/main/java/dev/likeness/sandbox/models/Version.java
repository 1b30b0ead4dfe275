package dev.likeness.sandbox.models;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One version of a model. */
record Version(String id, long order, Instant createdAt, JsonNode schema) {

    Map<String, Object> view() {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", id);
        view.put("created_at", createdAt);
        view.put("cog_version", "0.9.20");
        view.put("openapi_schema", schema);
        return view;
    }
}
