package dev.likeness.messaging.epoch;

import dev.likeness.events.PurgeReported;
import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Removes what this service holds of older epochs, and reports how much that was. */
class PurgeOlder implements WorkHandler {

    static final String KIND = "purge-older";
    private static final Logger log = LoggerFactory.getLogger(PurgeOlder.class);

    private final ObjectProvider<Holdings> holdings;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;

    PurgeOlder(ObjectProvider<Holdings> holdings, Outbox outbox, MessagingProperties properties, Clock clock) {
        this.holdings = holdings;
        this.outbox = outbox;
        this.service = properties.service();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean outlivesEpoch() {
        return true;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        Person person = job.person();
        return Flux.fromStream(holdings::orderedStream)
                .concatMap(held -> held.removeOlder(person.userId(), person.epoch(), new Space(job.payload())))
                .reduce(Map.<String, Long>of(), PurgeOlder::together)
                .flatMap(counts -> lease.commit(() -> outbox.append(report(person, counts))).thenReturn(counts))
                .doOnNext(
                        counts -> log.info("Removed what was older than epoch {}: {}", person.epoch().value(), counts))
                .then(WorkHandler.done());
    }

    private static Map<String, Long> together(Map<String, Long> counts, Map<String, Long> more) {
        Map<String, Long> all = new TreeMap<>(counts);
        more.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return all;
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A purge is never given up", cause));
    }

    private PurgeReported report(Person person, Map<String, Long> counts) {
        return PurgeReported.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setService(service)
                .setCounts(counts)
                .setOccurredAt(clock.instant())
                .build();
    }
}
