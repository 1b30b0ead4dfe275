package dev.likeness.sandbox.webhooks;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.life.Accepted;
import dev.likeness.sandbox.life.Digests;
import dev.likeness.sandbox.life.Hook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends webhooks. What happens on the way is sent once; the end is sent again after 2, 6, 14, 30
 * and 60 seconds until it is answered with 2xx. Redirects are not followed.
 */
@Component
public class Webhooks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);
    private static final List<Long> AGAIN_AFTER = List.of(2L, 6L, 14L, 30L, 60L);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final byte[] key;
    private final Behaviours behaviours;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(SandboxProperties properties, Behaviours behaviours, JsonMapper json, Clock clock) {
        this.key = properties.webhookKey();
        this.behaviours = behaviours;
        this.json = json;
        this.clock = clock;
    }

    /** Sends what happens on the way, if it is wanted. Blocks. */
    public void tell(Accepted accepted, String event, Map<String, Object> body) throws InterruptedException {
        Hook hook = accepted.hook();
        if (hook != null && hook.wants(event)) {
            boolean heard = attempt(hook, messageId(accepted.id(), event + clock.instant()),
                    json.writeValueAsBytes(body));
            log.debug("Webhook {} of {} heard: {}", event, accepted.id(), heard);
        }
    }

    /** Tells the end until it is heard or a minute has passed since. Blocks all that time. */
    public void tellEnd(Accepted accepted, Instant completed, Map<String, Object> body) throws InterruptedException {
        Hook hook = accepted.hook();
        if (hook == null || !hook.wants("completed")) {
            return;
        }
        byte[] bytes = json.writeValueAsBytes(body);
        String id = messageId(accepted.id(), "completed");
        if (attempt(hook, id, bytes)) {
            return;
        }
        for (long after : AGAIN_AFTER) {
            Duration wait = Duration.between(clock.instant(), completed.plusSeconds(after));
            if (wait.isNegative()) {
                continue;
            }
            Thread.sleep(wait);
            if (attempt(hook, id, bytes)) {
                return;
            }
        }
        log.info("Nobody took the webhook of {} within a minute", accepted.id());
    }

    private boolean attempt(Hook hook, String id, byte[] body) throws InterruptedException {
        if (behaviours.current().loseWebhooks()) {
            return true;
        }
        boolean heard = post(hook.url(), id, body);
        if (heard && behaviours.current().duplicateWebhooks()) {
            boolean again = post(hook.url(), id, body);
            log.debug("Webhook {} sent a second time: {}", id, again);
        }
        return heard;
    }

    private boolean post(String url, String id, byte[] body) throws InterruptedException {
        long timestamp = clock.instant().getEpochSecond();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(timestamp))
                    .header("webhook-signature", WebhookSignature.of(key, id, timestamp, body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }

    /** The same end keeps the same id, after a restart too. */
    private static String messageId(String id, String event) {
        return "msg_" + Digests.sha256((id + ":" + event).getBytes(StandardCharsets.UTF_8)).substring(0, 27);
    }
}
