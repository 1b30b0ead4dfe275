package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.likeness.generation.provider.Outputs.Fetched;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.imaging.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Fetching from a host that is allowed but not to be trusted. */
class WebOutputsTests {

    private static final byte[] PICTURE = Images.jpeg(new BufferedImage(64, 96, BufferedImage.TYPE_INT_RGB), 0.9);

    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server = start();
    private final Outputs outputs = outputs();

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesAPicture() {
        answer("/out-0.jpg", 200, PICTURE);

        assertThat(outputs.fetch(at("/out-0.jpg")).block()).isInstanceOfSatisfying(Fetched.Picture.class, picture -> {
            assertThat(picture.bytes()).isEqualTo(PICTURE);
            assertThat(picture.contentType()).isEqualTo("image/jpeg");
            assertThat(picture.width()).isEqualTo(64);
            assertThat(picture.height()).isEqualTo(96);
        });
    }

    @Test
    void followsNoRedirect() {
        answer("/secret", 200, PICTURE);
        var _ = server.createContext("/out-0.jpg", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/secret").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(outputs.fetch(at("/out-0.jpg")).block()).isEqualTo(new Fetched.Lost(FailureReason.PROVIDER_FAILED));
        assertThat(requests).hasValue(0);
    }

    @Test
    void asksNobodyWhoIsNotListed() {
        answer("/out-0.jpg", 200, PICTURE);
        URI elsewhere = URI.create("http://localhost:" + server.getAddress().getPort() + "/out-0.jpg");

        assertThat(outputs.fetch(elsewhere).block()).isEqualTo(new Fetched.Lost(FailureReason.PROVIDER_FAILED));
        assertThat(requests).hasValue(0);
    }

    @Test
    void takesNoMoreThanTheLimit() {
        answer("/announced", 200, new byte[2_000_000]);
        var _ = server.createContext("/unannounced", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[2_000_000]);
            } catch (IOException hungUp) {
                // the reader has had enough
            }
        });

        assertThat(outputs.fetch(at("/announced")).block()).isInstanceOf(Fetched.Lost.class);
        assertThat(outputs.fetch(at("/unannounced")).block()).isInstanceOf(Fetched.Lost.class);
    }

    @Test
    void takesNothingButAWholePictureOfTheFormatAskedFor() {
        answer("/text", 200, "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        answer("/png", 200, Images.png(new BufferedImage(64, 96, BufferedImage.TYPE_INT_RGB)));
        answer("/cut", 200, Arrays.copyOf(PICTURE, PICTURE.length / 2));
        answer("/empty", 200, new byte[0]);

        for (String path : List.of("/text", "/png", "/cut", "/empty")) {
            assertThat(outputs.fetch(at(path)).block()).as(path).isInstanceOf(Fetched.Lost.class);
        }
    }

    @Test
    void tellsWhatIsGoneFromWhatMayPass() {
        answer("/gone", 410, new byte[0]);
        answer("/missing", 404, new byte[0]);
        answer("/broken", 503, new byte[0]);

        assertThat(outputs.fetch(at("/gone")).block()).isEqualTo(new Fetched.Lost(FailureReason.OUTPUTS_GONE));
        assertThat(outputs.fetch(at("/missing")).block()).isEqualTo(new Fetched.Lost(FailureReason.OUTPUTS_GONE));
        StepVerifier.create(outputs.fetch(at("/broken"))).verifyError(ProviderFailed.class);
    }

    @Test
    void waitsNoLongerThanAllowed() {
        var _ = server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
        });

        StepVerifier.create(outputs.fetch(at("/slow")).onErrorResume(_ -> Mono.empty()))
                .expectComplete()
                .verify(Duration.ofSeconds(10));
    }

    private void answer(String path, int status, byte[] body) {
        var _ = server.createContext(path, exchange -> {
            var _ = requests.incrementAndGet();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            } catch (IOException hungUp) {
                // the reader has had enough
            }
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Outputs outputs() {
        ProviderProperties properties = new ProviderProperties(URI.create("http://127.0.0.1:1/v1"), "t",
                List.of("127.0.0.1:" + server.getAddress().getPort()), Duration.ofSeconds(1), Duration.ofSeconds(1),
                Duration.ofSeconds(1), Duration.ofSeconds(2), DataSize.ofMegabytes(1), 4, 2);
        return new ProviderConfiguration().outputs(properties, WebClient.builder());
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
