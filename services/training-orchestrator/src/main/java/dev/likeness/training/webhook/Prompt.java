package dev.likeness.training.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps nobody waiting: what takes long goes on while its caller is answered, and where too much
 * goes on already, nothing is begun.
 */
final class Prompt {

    private static final Logger log = LoggerFactory.getLogger(Prompt.class);

    private final Duration within;
    private final Semaphore room;

    Prompt(Duration within, int underWay) {
        this.within = within;
        this.room = new Semaphore(underWay);
    }

    enum Answer {
        DONE,
        GOES_ON,
        TOO_BUSY
    }

    /**
     * @param work runs to its end, whoever still waits for it; its failure is an error if it comes in
     * time
     */
    Mono<Answer> answer(Supplier<Mono<Void>> work) {
        return Mono.defer(() -> {
            if (!room.tryAcquire()) {
                return Mono.just(Answer.TOO_BUSY);
            }
            Mono<Answer> running = work.get()
                    .doOnError(failure -> log.warn("A webhook was not taken: {}", failure.toString()))
                    .doFinally(_ -> room.release())
                    .thenReturn(Answer.DONE)
                    .cache();
            var _ = running.subscribe(_ -> {}, _ -> {});
            return Mono.firstWithSignal(running, Mono.delay(within).thenReturn(Answer.GOES_ON));
        });
    }
}
