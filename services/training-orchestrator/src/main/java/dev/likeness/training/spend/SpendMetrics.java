package dev.likeness.training.spend;

import dev.likeness.training.run.Entry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * {@code training.spend} by entry, in millionths of a US dollar, and
 * {@code training.spend.refusals}: of this instance since it started. The entries themselves are
 * the truth.
 */
@Component
class SpendMetrics {

    private final MeterRegistry registry;

    SpendMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void booked(Entry entry, long micros) {
        registry.counter("training.spend", "entry", entry.name().toLowerCase(Locale.ROOT)).increment(micros);
    }

    void refused() {
        registry.counter("training.spend.refusals").increment();
    }
}
