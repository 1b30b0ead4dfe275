package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Speaks to the registry as Confluent's clients do. */
final class RegistryClient {

    private static final String SCHEMA = """
            {"schema":"{\\"type\\":\\"record\\",\\"name\\":\\"SetCompleted\\",\\"fields\\":[]}"}""";

    private RegistryClient() {}

    /** The answer to a registration, with the schema's id: {@code {"id":1}}. */
    static String register(SchemaRegistry registry) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(registry.ccompatUrl() + "/subjects/set-completed-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build());
    }

    static String get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private static String send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        }
    }
}
