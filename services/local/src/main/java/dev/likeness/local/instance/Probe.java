package dev.likeness.local.instance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalInt;

/** Asks whether somebody answers. */
public final class Probe {

    private static final Duration WITHIN = Duration.ofSeconds(3);

    private Probe() {}

    /** The status code of the answer to a GET; empty where none came within 3 s. */
    public static OptionalInt statusOf(URI url) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(WITHIN).build()) {
            var request = HttpRequest.newBuilder(url).timeout(WITHIN).build();
            return OptionalInt.of(client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException unreachable) {
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
