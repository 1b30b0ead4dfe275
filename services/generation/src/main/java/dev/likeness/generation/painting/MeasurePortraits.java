package dev.likeness.generation.painting;

import dev.likeness.generation.Likenesses;
import dev.likeness.generation.Settings;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.Take;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Measures the portraits that were copied. Whatever goes wrong with that, no portrait is lost. */
@Component
class MeasurePortraits {

    private static final Logger log = LoggerFactory.getLogger(MeasurePortraits.class);
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Likenesses likenesses;
    private final ObjectStore objects;
    private final Settings settings;

    MeasurePortraits(Likenesses likenesses, ObjectStore objects, Settings settings) {
        this.likenesses = likenesses;
        this.objects = objects;
        this.settings = settings;
    }

    /** Empty while the person's own photos are still being looked at, as long as that is waited for. */
    Mono<List<Portrait>> run(Sitting sitting, Take.Copying take, List<Portrait> portraits) {
        boolean waits = !portraits.isEmpty()
                && sitting.since(take.attempt().intendedAt()).compareTo(settings.likeness().patience()) < 0;
        Mono<Boolean> ready = waits ? likenesses.areReady(sitting.person()).onErrorReturn(true) : Mono.just(true);
        return ready.filter(enough -> enough)
                .flatMap(_ -> Flux.fromIterable(portraits)
                        .concatMap(portrait -> measured(sitting.person(), portrait))
                        .collectList());
    }

    private Mono<Portrait> measured(Person person, Portrait portrait) {
        return objects.bytes(ObjectKey.in(Bucket.PREVIEWS, portrait.frame().objectKey()), MOST_BYTES)
                .flatMap(bytes -> likenesses.of(person, bytes))
                .onErrorResume(failure -> {
                    log.warn("A portrait could not be read again: {}", failure.getClass().getSimpleName());
                    return Mono.just(Likeness.notMeasured(Unmeasured.NOT_LOOKED_AT));
                })
                .map(portrait::with);
    }
}
