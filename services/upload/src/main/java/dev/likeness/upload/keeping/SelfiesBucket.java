package dev.likeness.upload.keeping;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Makes the bucket before the first request; a store that is not up for long is waited for beside
 * the start.
 */
@Component
class SelfiesBucket implements ApplicationRunner, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SelfiesBucket.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectStore store;
    private final Disposable.Swap making = Disposables.swap();

    SelfiesBucket(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Mono<Void> made = store.ensureBuckets(List.of(Bucket.SELFIES))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                        .maxBackoff(Duration.ofSeconds(30))
                        .doBeforeRetry(retry -> log.warn("The bucket of selfies can't be made just now: {}",
                                retry.failure().toString())))
                .cache();
        making.update(made.subscribe());
        made.timeout(PATIENCE, Mono.empty()).block();
    }

    @Override
    public void close() {
        making.dispose();
    }
}
