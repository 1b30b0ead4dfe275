package dev.likeness.bench.upload;

import dev.likeness.access.tokens.TokenSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as persons' programs see it. */
final class Edge {

    private static final String ISSUER = "https://issuer.bench";
    private static final String AUDIENCE = "likeness";
    private static final String BOUNDARY = "bench-boundary";
    private static final AtomicInteger PERSONS = new AtomicInteger();

    private final HttpClient http;
    private final TokenSigner tokens = TokenSigner.random(Clock.systemUTC());
    private URI url = URI.create("http://127.0.0.1");

    Edge(HttpClient http) {
        this.http = http;
    }

    /** Makes the service believe this one's tokens. */
    List<String> settings(Path directory) throws IOException {
        Path key = Files.writeString(directory.resolve("public.jwk"), tokens.publicJwk());
        return List.of("--likeness.access.issuer=" + ISSUER, "--likeness.access.audience=" + AUDIENCE,
                "--likeness.access.public-key=" + key);
    }

    void at(int port) {
        url = URI.create("http://127.0.0.1:" + port);
    }

    private String newToken() {
        return tokens.issue(ISSUER, AUDIENCE, "bench" + PERSONS.incrementAndGet(), List.of(), Duration.ofHours(1));
    }

    /** A request for each photo, of one person who has announced them all. */
    List<HttpRequest> announced(List<Photo> photos) throws IOException, InterruptedException {
        String token = newToken();
        String body = photos.stream()
                .map(photo -> "{\"name\":\"a\",\"size\":" + Photo.SIZE + ",\"sha256\":\"" + photo.sha256() + "\"}")
                .collect(Collectors.joining(",", "{\"photos\":[", "]}"));
        HttpResponse<String> answer = http.send(request("/v1/uploads", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        JsonNode announced = JsonMapper.shared().readTree(answer.body()).path("photos");
        return IntStream.range(0, photos.size())
                .mapToObj(number -> request(announced.get(number).path("uploadUrl").asString(), token)
                        .header("Content-Type", "image/jpeg")
                        .PUT(photos.get(number).body())
                        .build())
                .toList();
    }

    /** One request with one photo, of a person of its own. */
    HttpRequest form(Photo photo) {
        byte[] before = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return request("/v1/uploads", newToken())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(photo.body(new ByteArrayInputStream(before), new ByteArrayInputStream(after),
                        before.length + after.length))
                .build();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
