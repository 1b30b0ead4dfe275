package dev.likeness.generation.provider;

import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Outputs over HTTP. The client given sends no token, follows no redirect and takes no more than
 * the limit.
 */
final class WebOutputs implements Outputs {

    private static final Logger log = LoggerFactory.getLogger(WebOutputs.class);
    private static final int LONGEST_SIDE = 4096;
    private static final long MOST_PIXELS = 16_000_000;

    private final WebClient client;
    private final ProviderProperties properties;
    private final OutputHosts hosts;

    WebOutputs(WebClient client, ProviderProperties properties) {
        this.client = client;
        this.properties = properties;
        hosts = new OutputHosts(properties.outputHosts());
    }

    @Override
    public Mono<Fetched> fetch(URI output) {
        if (!hosts.allows(output)) {
            return Mono.just(lost(FailureReason.PROVIDER_FAILED, "an address that is not allowed"));
        }
        return client.get()
                .uri(output)
                .exchangeToMono(this::received)
                .timeout(properties.downloadTimeout())
                .onErrorResume(WebOutputs::isTooLarge,
                        _ -> Mono.just(lost(FailureReason.PROVIDER_FAILED, "more bytes than allowed")));
    }

    // Decoding takes processor time, which no event loop has.
    @Override
    public Mono<Fetched> check(byte[] bytes) {
        return Mono.fromCallable(() -> checked(bytes)).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Fetched> received(ClientResponse response) {
        int status = response.statusCode().value();
        return switch (status) {
            case 200 -> response.headers().contentLength().orElse(0) > properties.maxOutput().toBytes()
                    ? response.releaseBody()
                            .thenReturn(lost(FailureReason.PROVIDER_FAILED, "a length that is not allowed"))
                    : response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap(this::check);
            case 404, 410 -> response.releaseBody().thenReturn(lost(FailureReason.OUTPUTS_GONE, "status " + status));
            case 301, 302, 303, 307, 308 ->
                response.releaseBody().thenReturn(lost(FailureReason.PROVIDER_FAILED, "a redirect"));
            default -> response.releaseBody().then(Mono.error(() -> new ProviderFailed(status)));
        };
    }

    private static Fetched checked(byte[] bytes) {
        try {
            ImageHeader header = ImageHeader.read(bytes);
            if (header.format() != ImageFormat.JPEG || header.longSide() > LONGEST_SIDE) {
                return lost(FailureReason.PROVIDER_FAILED, "another format or size than asked for");
            }
            // The header of a file that broke off is as good as any; only decoding shows the rest.
            var pixels = Images.decodeUpright(bytes, MOST_PIXELS);
            return new Fetched.Picture(bytes, header.format().contentType(), pixels.getWidth(), pixels.getHeight());
        } catch (UnreadableImage unreadable) {
            return lost(FailureReason.PROVIDER_FAILED, "no readable picture: " + unreadable.reason());
        }
    }

    private static Fetched lost(FailureReason reason, String found) {
        log.warn("An output could not be used: {}", found);
        return new Fetched.Lost(reason);
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof DataBufferLimitException || failure.getCause() instanceof DataBufferLimitException;
    }
}
