package dev.likeness.sandbox.life;

import java.util.List;

/** Where webhooks go and which of {@code start, output, logs, completed} are wanted. */
public record Hook(String url, List<String> events) {

    public static final List<String> ALL = List.of("start", "output", "logs", "completed");
    public static final List<String> DEFAULT = List.of("output", "completed");

    public Hook {
        events = List.copyOf(events);
    }

    public boolean wants(String event) {
        return events.contains(event);
    }
}
