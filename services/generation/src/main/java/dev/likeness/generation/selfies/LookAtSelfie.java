package dev.likeness.generation.selfies;

import dev.likeness.generation.LikenessProperties;
import dev.likeness.generation.likeness.Sight;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at one prepared photo of a person and keeps what its face looks like. */
@Component
class LookAtSelfie implements WorkHandler {

    static final String KIND = "selfie";

    private static final Logger log = LoggerFactory.getLogger(LookAtSelfie.class);
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final SelfieSets sets;
    private final FaceVectors vectors;
    private final Pictures pictures;
    private final ObjectStore objects;
    private final LikenessProperties properties;

    LookAtSelfie(SelfieSets sets, FaceVectors vectors, Pictures pictures, ObjectStore objects,
            LikenessProperties properties) {
        this.sets = sets;
        this.vectors = vectors;
        this.pictures = pictures;
        this.objects = objects;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int concurrency() {
        return 1;
    }

    @Override
    public int maxAttempts() {
        return 5;
    }

    @Override
    public boolean takesTurns() {
        return true;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return awaited(job).flatMap(photo -> look(job.person(), photo, lease)).then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return awaited(job).flatMap(photo -> giveUp(job.person(), photo, lease));
    }

    private Mono<Photo> awaited(Job job) {
        SelfieKey key = SelfieKey.parse(job.key());
        return sets.awaited(job.person(), key.uploadId(), key.photoId());
    }

    // A photo that is gone from the store was taken out of its set, and a verdict that says so is on its way.
    private Mono<Void> look(Person person, Photo photo, Lease lease) {
        return objects.bytes(ObjectKey.in(Bucket.PREPARED, photo.preparedKey()), MOST_BYTES)
                .flatMap(pictures::read)
                .map(reading -> Sight.of(reading, properties.limits().face()))
                .flatMap(sight -> switch (sight) {
                    case Sight.OneFace face -> lease.commit(() -> vectors.save(person, photo, face));
                    case Sight.Nothing _ -> giveUp(person, photo, lease);
                })
                .onErrorResume(failure -> failure instanceof UnreadableImage || failure instanceof ObjectMissing,
                        _ -> giveUp(person, photo, lease));
    }

    private Mono<Void> giveUp(Person person, Photo photo, Lease lease) {
        log.info("Nothing can be told of photo {} of {}", photo.photoId(), photo.uploadId());
        return lease.commit(() -> vectors.giveUp(person, photo));
    }
}
