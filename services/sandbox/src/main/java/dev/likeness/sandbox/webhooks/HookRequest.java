package dev.likeness.sandbox.webhooks;

import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.schemas.InvalidField;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code webhook} and {@code webhook_events_filter} of a request. */
public final class HookRequest {

    private HookRequest() {}

    /** The hook asked for; what is wrong with it goes to {@code problems}. */
    public static Optional<Hook> read(Map<String, Object> request, List<InvalidField> problems) {
        Object url = request.get("webhook");
        if (url == null) {
            return Optional.empty();
        }
        if (!(url instanceof String text) || !isHttp(text)) {
            problems.add(new InvalidField("format", "webhook", "Does not match format 'uri'"));
            return Optional.empty();
        }
        Object filter = request.get("webhook_events_filter");
        if (filter == null) {
            return Optional.of(new Hook(text, Hook.DEFAULT));
        }
        if (!(filter instanceof List<?> events) || !Hook.ALL.containsAll(events)) {
            problems.add(new InvalidField("enum", "webhook_events_filter",
                    "webhook_events_filter must be one of the following: \"" + String.join("\", \"", Hook.ALL) + "\""));
            return Optional.empty();
        }
        return Optional.of(new Hook(text, events.stream().map(Object::toString).toList()));
    }

    private static boolean isHttp(String text) {
        try {
            URI uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
