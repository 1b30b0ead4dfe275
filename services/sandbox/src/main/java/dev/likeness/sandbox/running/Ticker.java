package dev.likeness.sandbox.running;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Calls everything that ticks, as long as the application runs. */
@Component
class Ticker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);
    private static final long EVERY_MILLIS = 100;

    private final List<Ticking> ticking;
    private @Nullable ScheduledExecutorService executor;

    Ticker(List<Ticking> ticking) {
        this.ticking = ticking;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                    .daemon()
                    .name("sandbox-tick")
                    .factory());
            var _ = executor.scheduleWithFixedDelay(this::tick, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }

    private void tick() {
        for (Ticking each : ticking) {
            try {
                each.tick();
            } catch (RuntimeException e) {
                // One broken record must not stop time for the others.
                log.warn("A tick failed", e);
            }
        }
    }
}
