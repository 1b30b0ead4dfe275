package dev.likeness.training.webhook;

import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@RestController
class WebhookController {

    private final TakeWebhook takeWebhook;
    private final Prompt prompt;
    private final WebhookProperties properties;
    private final WebhookSignature signature;
    private final JsonMapper json;
    private final Clock clock;

    WebhookController(TakeWebhook takeWebhook, WebhookProperties properties, JsonMapper json, Clock clock) {
        this.takeWebhook = takeWebhook;
        this.prompt = new Prompt(properties.answerWithin(), properties.underWay());
        this.properties = properties;
        this.signature = new WebhookSignature(properties.key(), properties.tolerance());
        this.json = json;
        this.clock = clock;
    }

    /** The raw request, because the signature is over its bytes and not over what they mean. */
    @PostMapping("/webhooks/replicate")
    Mono<ResponseEntity<Void>> take(ServerHttpRequest request) {
        String id = header(request, "webhook-id");
        String timestamp = header(request, "webhook-timestamp");
        String signatures = header(request, "webhook-signature");
        return DataBufferUtils.join(request.getBody(), (int) properties.maxBody().toBytes())
                .map(WebhookController::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, tooLong -> tooLong())
                .flatMap(body -> id.isEmpty() || !signature.verifies(id, timestamp, signatures, body, clock.instant())
                        ? Mono.error(forged())
                        : prompt.answer(() -> takeWebhook.handle(id, hint(body))))
                .flatMap(WebhookController::answered);
    }

    /** A hint that came to nothing costs nothing: the training is looked at anyway. */
    private static Mono<ResponseEntity<Void>> answered(Prompt.Answer answer) {
        return switch (answer) {
            case DONE -> Mono.just(ResponseEntity.ok().build());
            case GOES_ON -> Mono.just(ResponseEntity.accepted().build());
            case TOO_BUSY -> Mono.error(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "training", "too-busy", "Too busy",
                    "Too many webhooks are being taken at the moment. Send it again in a few seconds."));
        };
    }

    private static String header(ServerHttpRequest request, String name) {
        @Nullable
        String value = request.getHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static byte[] bytes(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private Hint hint(byte[] body) {
        try {
            return Hint.read(json.readTree(body));
        } catch (JacksonException notJson) {
            return Hint.NONE;
        }
    }

    private static ProblemException forged() {
        return Problems.of(HttpStatus.UNAUTHORIZED, "training", "bad-signature", "Bad signature",
                "The webhook is not signed with the secret of this service, or longer than five minutes ago. Sign id, timestamp and body again and send it anew.");
    }

    private ProblemException tooLong() {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "training", "webhook-too-long", "Webhook too long",
                "A webhook may have " + properties.maxBody().toBytes() + " bytes; this one has more.");
    }
}
