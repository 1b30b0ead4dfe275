package dev.likeness.bench.upload;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Sends requests, so many at a time, and counts what became of them. */
final class Sending {

    private Sending() {}

    /** @param outcomes how many requests ended with which status, or failure */
    record Result(double seconds, Map<String, Integer> outcomes) {

        double megabytesPerSecond(int requests) {
            return requests * (double) Photo.SIZE / 1e6 / seconds;
        }
    }

    static Result all(HttpClient http, List<HttpRequest> requests, int atOnce) {
        List<String> outcomes = new ArrayList<>();
        Iterator<HttpRequest> waiting = requests.iterator();
        long start = System.nanoTime();
        List<CompletableFuture<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < atOnce; lane++) {
            lanes.add(lane(http, waiting, outcomes));
        }
        lanes.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Integer> counts = new TreeMap<>();
        outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return new Result(seconds, counts);
    }

    private static CompletableFuture<?> lane(HttpClient http, Iterator<HttpRequest> waiting, List<String> outcomes) {
        HttpRequest next;
        synchronized (waiting) {
            if (!waiting.hasNext()) {
                return CompletableFuture.completedFuture("");
            }
            next = waiting.next();
        }
        return send(http, next).thenCompose(outcome -> {
            synchronized (outcomes) {
                outcomes.add(outcome);
            }
            return lane(http, waiting, outcomes);
        });
    }

    static CompletableFuture<String> send(HttpClient http, HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString())
                .handle((answer, failure) -> failure == null
                        ? Integer.toString(answer.statusCode())
                        : failure.getClass().getSimpleName() + " " + failure.getMessage());
    }
}
