package dev.likeness.messaging.wire;

import dev.likeness.messaging.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers the schema of every topic, as a step of a deployment and never by a running producer: a
 * producer that registers would let an accidental change of a schema out before anybody has agreed
 * to it.
 */
public final class SchemaRegistration {

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI ccompatUrl;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = JsonMapper.shared();

    /** @param ccompatUrl the registry's Confluent-compatible API, ending in {@code /apis/ccompat/v7} */
    public SchemaRegistration(URI ccompatUrl) {
        this.ccompatUrl = ccompatUrl;
    }

    public static void main(String[] arguments) {
        new SchemaRegistration(URI.create(arguments[0])).registerAll();
    }

    /**
     * Registers what is not registered yet, and sets each subject to full transitive compatibility.
     *
     * @throws IllegalStateException if the registry refuses a schema or does not answer
     */
    public void registerAll() {
        for (Topic topic : Topic.values()) {
            String schema = topic.schema().toString();
            call("POST", "/subjects/" + topic.subject() + "/versions",
                    json.writeValueAsString(java.util.Map.of("schema", schema, "schemaType", "AVRO")));
            call("PUT", "/config/" + topic.subject(), "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        }
        log.info("{} schemas are registered", Topic.values().length);
    }

    private void call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ccompatUrl + path))
                .timeout(TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        "The registry answered " + answer.statusCode() + " to " + method + " " + path + ": "
                                + answer.body());
            }
        } catch (IOException unreachable) {
            throw new IllegalStateException("The registry at " + ccompatUrl + " does not answer", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while registering schemas", interrupted);
        }
    }
}
