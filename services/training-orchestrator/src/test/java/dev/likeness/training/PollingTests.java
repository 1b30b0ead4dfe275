package dev.likeness.training;

import static dev.likeness.training.RunningTraining.probe;
import static dev.likeness.training.RunningTraining.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.events.TrainingRequested;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many trainings, no webhook, and one that the provider never answers about. */
class PollingTests {

    private static final Set<String> DEAD = ConcurrentHashMap.newKeySet();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static HttpServer front;
    private static RunningTraining training;

    @BeforeAll
    static void start() throws IOException {
        RunningSandbox.instance().behave(Map.of());
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        front.createContext("/", PollingTests::pass);
        front.start();
        // No training is due for a look a second time: only the list can tell.
        training = RunningTraining.start(
                "training.provider.base-url=http://127.0.0.1:" + front.getAddress().getPort() + "/v1",
                "training.webhook.url=", "training.poll.min=1h", "training.poll.max=1h", "training.poll.sweep-from=1",
                "training.poll.sweep-every=400ms", "training.provider.look-timeout=1s");
    }

    @AfterAll
    static void stop() {
        training.close();
        front.stop(0);
    }

    @Test
    void learnsFromTheListWhichHaveEndedAndLetsNoneHoldTheOthers() {
        String dead = request("crowd1");
        await().until(() -> !providerId(dead).isEmpty());
        DEAD.add(providerId(dead));
        String second = request("crowd2");
        String third = request("crowd3");
        assertThat(probe().await(TrainingCompleted.class, "crowd2").getTrainingId()).isEqualTo(second);
        assertThat(probe().await(TrainingCompleted.class, "crowd3").getTrainingId()).isEqualTo(third);
        assertThat(probe().events(TrainingCompleted.class, "crowd1")).isEmpty();
        DEAD.clear();
        assertThat(probe().await(TrainingCompleted.class, "crowd1").getTrainingId()).isEqualTo(dead);
    }

    private static String request(String userId) {
        TrainingRequested request = Requests.request(training.store(), Requests.person(userId));
        publish(request);
        return request.getTrainingId();
    }

    private static String providerId(String trainingId) {
        return training.database()
                .sql("SELECT COALESCE(max(provider_id), '') AS id FROM training_attempt WHERE training_id = :id::uuid")
                .bind("id", trainingId)
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** To the sandbox, but for those that it must not answer about. */
    private static void pass(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        if (exchange.getRequestMethod().equals("GET") && DEAD.stream().anyMatch(asked.getPath()::endsWith)) {
            // Never answered: the caller has to give up.
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(RunningSandbox.instance().baseUrl().resolve(asked.toString()))
                .method(exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .header("Content-Type",
                        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"),
                                "application/json"))
                .build();
        try (exchange) {
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
