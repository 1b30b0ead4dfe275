package dev.likeness.generation.selfies;

import dev.likeness.generation.LikenessProperties;
import dev.likeness.generation.Likenesses;
import dev.likeness.generation.likeness.Comparison;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Limits;
import dev.likeness.generation.likeness.Sight;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.person.Person;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class MeasuredLikenesses implements Likenesses {

    private static final Logger log = LoggerFactory.getLogger(MeasuredLikenesses.class);

    private final SelfieSets sets;
    private final FaceVectors vectors;
    private final Pictures pictures;
    private final Limits limits;

    MeasuredLikenesses(SelfieSets sets, FaceVectors vectors, Pictures pictures, LikenessProperties properties) {
        this.sets = sets;
        this.vectors = vectors;
        this.pictures = pictures;
        this.limits = properties.limits();
    }

    @Override
    public Mono<Boolean> areReady(Person person) {
        return sets.awaited(person).map(awaited -> awaited == 0);
    }

    // Without photos to compare with, no process is started for nothing.
    @Override
    public Mono<Likeness> of(Person person, byte[] picture) {
        return vectors.newest(person)
                .flatMap(photos -> photos.size() < limits.fewestPhotos()
                        ? Mono.just(Likeness.notMeasured(Unmeasured.TOO_FEW_PHOTOS))
                        : pictures.read(picture)
                                .map(reading -> compared(Sight.of(reading, limits.face()), photos)))
                .onErrorResume(failure -> {
                    log.warn("A portrait could not be measured: {}", failure.getClass().getSimpleName());
                    return Mono.just(Likeness.notMeasured(Unmeasured.NOT_LOOKED_AT));
                });
    }

    private Likeness compared(Sight sight, List<Sight.OneFace> photos) {
        return switch (sight) {
            case Sight.OneFace face -> Comparison.of(face, photos, limits);
            case Sight.Nothing(Unmeasured why) -> Likeness.notMeasured(why);
        };
    }
}
