package dev.likeness.generation.selfies;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.Verdict;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.Work;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes note of the photos of an accepted set and queues a look at each that is new. A set that is
 * not accepted changes nothing: what is known of the photos it was trained with stays of use.
 */
@Component
class ImagesValidatedHandler implements EventHandler<ImagesValidated> {

    private final SelfieSets sets;
    private final Work work;

    ImagesValidatedHandler(SelfieSets sets, Work work) {
        this.sets = sets;
        this.work = work;
    }

    @Override
    public Class<ImagesValidated> event() {
        return ImagesValidated.class;
    }

    @Override
    public Mono<Void> handle(ImagesValidated event, Delivery delivery) {
        if (!event.getAccepted()) {
            return Mono.empty();
        }
        List<Photo> photos = accepted(event);
        return sets.renew(delivery.person(), event.getUploadId(), event.getRevision(), event.getOccurredAt())
                .filter(newer -> newer)
                .flatMap(_ -> sets.keep(delivery.person(), event.getUploadId(), photos)
                        .thenMany(sets.add(delivery.person(), photos))
                        .concatMap(photo -> work.enqueue(new Work.Item(LookAtSelfie.KIND,
                                new SelfieKey(photo.uploadId(), photo.photoId(), delivery.eventId()).toString(),
                                delivery.person())))
                        .then());
    }

    private static List<Photo> accepted(ImagesValidated event) {
        return event.getPhotos()
                .stream()
                .filter(photo -> photo.getVerdict() == Verdict.ACCEPTED)
                .flatMap(photo -> Stream.ofNullable(photo.getPreparedKey())
                        .map(key -> new Photo(event.getUploadId(), photo.getPhotoId(), key)))
                .toList();
    }
}
