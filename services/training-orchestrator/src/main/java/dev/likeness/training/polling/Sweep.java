package dev.likeness.training.polling;

import dev.likeness.training.provider.Trainer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the provider's list while many trainings run: one call tells of a hundred which have ended.
 * What it misses is looked at one by one, only less often.
 */
@Component
class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Trainer trainer;
    private final Crowd crowd;
    private final SweepRows rows;
    private final PollProperties properties;
    private volatile @Nullable Thread thread;

    Sweep(Trainer trainer, Crowd crowd, SweepRows rows, PollProperties properties) {
        this.trainer = trainer;
        this.crowd = crowd;
        this.rows = rows;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread fresh = Thread.ofVirtual().name("sweep").unstarted(this::run);
            thread = fresh;
            fresh.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                Thread.sleep(jittered(properties.sweepEvery()));
                once().block();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                // The next one is as good.
                log.debug("The provider's list was not read to its end: {}", failed.toString());
            }
        }
    }

    private Mono<Void> once() {
        return crowd.now()
                .filter(now -> now.size() >= properties.sweepFrom())
                .flatMap(now -> rows.claim(properties.sweepEvery())
                        .filter(claimed -> claimed)
                        .flatMap(_ -> trainer.standings(now.oldest().orElseThrow()).concatMap(rows::seen).then()));
    }

    private static Duration jittered(Duration duration) {
        return Duration.ofMillis((long) (duration.toMillis() * ThreadLocalRandom.current().nextDouble(0.4, 0.6)));
    }
}
