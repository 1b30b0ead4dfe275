package dev.likeness.bench.training;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers about trainings as the provider does: accepted one after the other in the half hour
 * before the start, each done after {@link #LASTS}. The sandbox would keep their photos too.
 */
final class CrowdedProvider implements AutoCloseable {

    static final Duration LASTS = Duration.ofMinutes(35);
    private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(30);
    /** About what one call takes over the internet. */
    private static final Duration LATENCY = Duration.ofMillis(80);
    private static final int STEPS = 1200;
    private static final int PAGE = 100;

    private final HttpServer server;
    private final int count;
    private final InstantSource clock = InstantSource.system();
    private final Instant start = clock.instant();
    private final LongAdder looks = new LongAdder();
    private final LongAdder pages = new LongAdder();
    private final LongAdder ended = new LongAdder();

    CrowdedProvider(int count) throws IOException {
        this.count = count;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Looks at single trainings, pages of the list, and looks that showed an end. */
    record Calls(long looks, long pages, long ended) {}

    Calls calls() {
        return new Calls(looks.sum(), pages.sum(), ended.sum());
    }

    /** The higher the number, the newer. */
    Instant acceptedAt(int number) {
        return start.minus(ACCEPTED_WITHIN).plus(ACCEPTED_WITHIN.multipliedBy(number).dividedBy(count));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(LATENCY);
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String body;
            if (path.equals("/v1/trainings")) {
                pages.increment();
                body = page(exchange.getRequestURI().toString());
            } else {
                looks.increment();
                int number = Integer.parseInt(path.substring("/v1/trainings/t".length()));
                if (done(number) == STEPS) {
                    ended.increment();
                }
                body = training(number, true);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String page(String address) {
        int cursor = address.indexOf("cursor=");
        int newest = cursor < 0 ? count : Integer.parseInt(address.substring(cursor + "cursor=".length()));
        int oldest = Math.max(0, newest - PAGE);
        String results = IntStream.rangeClosed(1, newest - oldest)
                .mapToObj(back -> training(newest - back, false))
                .collect(Collectors.joining(","));
        return "{\"previous\":null,\"next\":"
                + (oldest == 0 ? "null" : "\"" + url() + "/trainings?cursor=" + oldest + "\"") + ",\"results\":["
                + results + "]}";
    }

    private int done(int number) {
        long seconds = Duration.between(acceptedAt(number), clock.instant()).toSeconds();
        return (int) Math.min(STEPS, seconds * STEPS / LASTS.toSeconds());
    }

    private String training(int number, boolean logs) {
        int done = done(number);
        return String.format(Locale.ROOT, """
                {"id":"t%d","model":"ostris/flux-dev-lora-trainer","status":"%s","created_at":"%s","error":null,
                "input":{"input_images":"https://store/training-zips/%s/zip?X-Amz-Signature=%s","steps":1200},
                "output":%s,"metrics":{"predict_time":%d},"source":"api","urls":{"get":"%s/trainings/t%d"}%s}""",
                number, done == STEPS ? "succeeded" : "processing", acceptedAt(number), "0".repeat(32), "a".repeat(64),
                done == STEPS
                        ? "{\"version\":\"likeness/likeness-portraits:" + "a".repeat(64) + "\",\"weights\":\"x\"}"
                        : "null",
                LASTS.toSeconds(), url(), number, logs ? ",\"logs\":\"" + log(done) + "\"" : "");
    }

    /** As long as a real one that far: a line for every ten steps. */
    private static String log(int done) {
        var log = new StringBuilder("Extracted 20 files from zip to input_images\\n");
        for (int step = 0; step <= done; step += 10) {
            log.append(String.format(Locale.ROOT,
                    "flux_train_replicate: %3d%%|####      | %d/%d [03:10<06:00,  1.91it/s, lr: 4.0e-04 loss: 3.5e-01]\\n",
                    step * 100 / STEPS, step, STEPS));
        }
        return log.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
