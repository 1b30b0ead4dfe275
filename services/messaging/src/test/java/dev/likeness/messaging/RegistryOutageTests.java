package dev.likeness.messaging;

import static dev.likeness.messaging.Notes.uploaded;
import static dev.likeness.messaging.NotesInstance.anyPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.person.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A registry that is away when a service meets a schema for the first time. */
class RegistryOutageTests {

    private final HttpClient client = HttpClient.newHttpClient();
    private EventProbe probe;
    private HttpServer registry;
    private volatile int awayAnswer;

    @BeforeEach
    void start() throws IOException {
        probe = NotesInstance.probe();
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", this::forward);
        registry.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
        probe.close();
    }

    /**
     * A proxy's answers as well as its own: one that does not know the registry, or our credentials.
     */
    @ParameterizedTest
    @ValueSource(ints = {503, 401, 403, 404})
    void isWaitedForAndNeverMakesADeadLetter(int answer) {
        awayAnswer = answer;
        String url = "http://127.0.0.1:" + registry.getAddress().getPort() + "/apis/registry/v3";
        try (NotesInstance service = NotesInstance.start("outage-" + answer, "--likeness.messaging.registry-url=" + url,
                "--likeness.messaging.consumer.attempts=2")) {
            Person person = anyPerson();
            var _ = probe.publish(uploaded(person, "patient"));

            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(6))
                    .until(() -> service.notes(person).isEmpty());
            assertThat(deadLetters(service, person)).isZero();

            awayAnswer = 0;
            await().atMost(Duration.ofSeconds(20)).until(() -> service.notes(person).contains("patient"));
            assertThat(deadLetters(service, person)).isZero();
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (awayAnswer != 0) {
                byte[] page = "<html><body>No</body></html>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(awayAnswer, page.length);
                exchange.getResponseBody().write(page);
                return;
            }
            URI target = URI.create(NotesInstance.PARTS.registry().url()).resolve(exchange.getRequestURI().toString());
            HttpRequest.Builder request = HttpRequest.newBuilder(target)
                    .method(exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            exchange.getResponseHeaders()
                    .set("Content-Type",
                            answer.headers().firstValue("Content-Type").orElse("application/json"));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of this person: other tests have put what can't be read on the same topics. */
    private static long deadLetters(NotesInstance service, Person person) {
        return service.bean(DatabaseClient.class)
                .sql("SELECT count(*) FROM dead_letter WHERE record_key = :key")
                .bind("key", person.userId().value().getBytes(StandardCharsets.UTF_8))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElse(-1L);
    }
}
