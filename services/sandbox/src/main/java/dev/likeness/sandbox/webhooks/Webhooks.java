package dev.likeness.sandbox.webhooks;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.behaviour.Fault;
import dev.likeness.sandbox.behaviour.FaultKind;
import dev.likeness.sandbox.behaviour.Operation;
import dev.likeness.sandbox.behaviour.StruckFaults;
import dev.likeness.sandbox.life.Accepted;
import dev.likeness.sandbox.life.Digests;
import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.running.Chores;
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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
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
    private static final byte[] FORGER = "not the account's key".getBytes(StandardCharsets.UTF_8);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final byte[] key;
    /** What happened on the way and is to be told after the end, by the id of whose it is. */
    private final Map<String, Queue<Message>> held = new ConcurrentHashMap<>();
    private final Behaviours behaviours;
    private final StruckFaults struck;
    private final Chores chores;
    private final JsonMapper json;
    private final Clock clock;

    Webhooks(SandboxProperties properties, Behaviours behaviours, StruckFaults struck, Chores chores, JsonMapper json,
            Clock clock) {
        this.struck = struck;
        this.chores = chores;
        this.key = properties.webhookKey();
        this.behaviours = behaviours;
        this.json = json;
        this.clock = clock;
    }

    /** Sends what happens on the way, if it is wanted. Blocks. */
    public void tell(Accepted accepted, String event, Map<String, Object> body) throws InterruptedException {
        Hook hook = accepted.hook();
        if (hook == null || !hook.wants(event) || behaviours.current().loseWebhooks()) {
            return;
        }
        Message message = new Message(hook.url(), messageId(accepted.id(), event + clock.instant()), body);
        Optional<Fault> fault = strike();
        switch (kind(fault)) {
            case LOST -> log.debug("Webhook {} of {} is lost", event, accepted.id());
            case LATE -> chores.start("late webhook " + message.id(), () -> {
                Thread.sleep(fault.orElseThrow().delay());
                send(message);
            });
            case OUT_OF_ORDER -> held.computeIfAbsent(accepted.id(), _ -> new ConcurrentLinkedQueue<>()).add(message);
            case FORGED -> {
                send(message.forged());
                send(message);
            }
            case DUPLICATED -> {
                send(message);
                send(message);
            }
            case null, default -> {
                send(message);
                if (behaviours.current().duplicateWebhooks()) {
                    send(message);
                }
            }
        }
    }

    /** Tells the end until it is heard or a minute has passed since. Blocks all that time. */
    public void tellEnd(Accepted accepted, Instant completed, Map<String, Object> body) throws InterruptedException {
        Hook hook = accepted.hook();
        if (hook != null && hook.wants("completed") && !behaviours.current().loseWebhooks()) {
            Message end = new Message(hook.url(), messageId(accepted.id(), "completed"), body);
            Optional<Fault> fault = strike();
            FaultKind kind = kind(fault);
            if (kind == FaultKind.FORGED) {
                send(end.forged());
            } else if (kind == FaultKind.LATE) {
                Thread.sleep(fault.orElseThrow().delay());
            }
            if (kind != FaultKind.LOST) {
                deliver(end, completed);
            }
            if (kind == FaultKind.DUPLICATED) {
                send(end);
            } else if (kind == FaultKind.OUT_OF_ORDER) {
                send(end.outdated(messageId(accepted.id(), "outdated")));
            }
        }
        Queue<Message> waiting = held.remove(accepted.id());
        if (waiting != null) {
            for (Message message : waiting) {
                send(message);
            }
        }
    }

    private void deliver(Message end, Instant completed) throws InterruptedException {
        if (heard(end)) {
            if (behaviours.current().duplicateWebhooks()) {
                send(end);
            }
            return;
        }
        for (long after : AGAIN_AFTER) {
            Duration wait = Duration.between(clock.instant(), completed.plusSeconds(after));
            if (wait.isNegative()) {
                continue;
            }
            Thread.sleep(wait);
            if (heard(end)) {
                return;
            }
        }
        log.info("Nobody took the webhook {} within a minute", end.id());
    }

    private Optional<Fault> strike() {
        Optional<Fault> fault = behaviours.take(Operation.WEBHOOK);
        fault.ifPresent(each -> struck.add(Operation.WEBHOOK, each.kind()));
        return fault;
    }

    private static @Nullable FaultKind kind(Optional<Fault> fault) {
        return fault.map(Fault::kind).orElse(null);
    }

    private void send(Message message) throws InterruptedException {
        boolean taken = heard(message);
        log.debug("Webhook {} taken: {}", message.id(), taken);
    }

    private boolean heard(Message message) throws InterruptedException {
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = json.writeValueAsBytes(message.body());
        byte[] signing = message.isForged() ? FORGER : key;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(message.url()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("webhook-id", message.id())
                    .header("webhook-timestamp", Long.toString(timestamp))
                    .header("webhook-signature", WebhookSignature.of(signing, message.id(), timestamp, body))
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
