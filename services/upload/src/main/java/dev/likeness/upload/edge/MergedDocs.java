package dev.likeness.upload.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One OpenAPI document out of several. Two services may call different things by one name; the
 * later one's then gets the service's name in front, and its references follow.
 */
final class MergedDocs {

    private static final String COMPONENTS = "components";
    private static final String PATHS = "paths";
    private static final String REFERENCE = "$ref";

    private final ObjectNode document;
    private final ArrayNode missing;

    MergedDocs(JsonMapper json, byte[] own) {
        this.document = object(json.readTree(own));
        document.withObject("/info").put("title", "Likeness");
        this.missing = json.createArrayNode();
    }

    /** Takes over what another service documents; a document that is none counts as missing. */
    void add(String service, JsonNode other) {
        if (!(other instanceof ObjectNode theirs) || !theirs.has(PATHS)) {
            missing(service);
            return;
        }
        Map<String, String> renamed = new LinkedHashMap<>();
        theirs.path(COMPONENTS)
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    JsonNode ours = document.path(COMPONENTS).path(kind.getKey()).path(component.getKey());
                    if (!ours.isMissingNode() && !ours.equals(component.getValue())) {
                        renamed.put(reference(kind.getKey(), component.getKey()), service + "." + component.getKey());
                    }
                }));
        rename(theirs, renamed);
        theirs.path(COMPONENTS)
                .properties()
                .forEach(kind -> kind.getValue().properties().forEach(component -> {
                    String name = renamed.getOrDefault(reference(kind.getKey(), component.getKey()),
                            component.getKey());
                    child(child(document, COMPONENTS), kind.getKey()).set(name, component.getValue());
                }));
        theirs.path(PATHS).properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            ObjectNode known = child(child(document, PATHS), path.getKey());
            if (!known.has(operation.getKey())) {
                known.set(operation.getKey(), operation.getValue());
            }
        }));
    }

    /** Names a service whose documentation could not be had. */
    void missing(String service) {
        missing.add(service);
    }

    ObjectNode document() {
        if (!missing.isEmpty()) {
            document.set("x-missing", missing);
        }
        return document;
    }

    private static void rename(JsonNode node, Map<String, String> renamed) {
        if (node instanceof ObjectNode object && object.path(REFERENCE).isString()) {
            String reference = object.path(REFERENCE).asString();
            String name = renamed.get(reference);
            if (name != null) {
                object.put(REFERENCE, reference.substring(0, reference.lastIndexOf('/') + 1) + name);
            }
        }
        node.forEach(child -> rename(child, renamed));
    }

    private static String reference(String kind, String name) {
        return "#/" + COMPONENTS + "/" + kind + "/" + name;
    }

    private static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("An OpenAPI document is an object");
    }
}
