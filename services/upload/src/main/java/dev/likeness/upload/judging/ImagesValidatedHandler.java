package dev.likeness.upload.judging;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.Verdict;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.set.Input.VerdictCame;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.SetVerdict;
import dev.likeness.upload.set.UploadId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class ImagesValidatedHandler implements EventHandler<ImagesValidated> {

    private static final Logger log = LoggerFactory.getLogger(ImagesValidatedHandler.class);

    private final PhotoSets sets;

    ImagesValidatedHandler(PhotoSets sets) {
        this.sets = sets;
    }

    @Override
    public Class<ImagesValidated> event() {
        return ImagesValidated.class;
    }

    @Override
    public Mono<Void> handle(ImagesValidated event, Delivery delivery) {
        UploadId id = new UploadId(UUID.fromString(event.getUploadId()));
        var verdict = new SetVerdict(event.getAccepted(), event.getGoodPhotos(), event.getReasons(),
                event.getOccurredAt());
        return sets.move(delivery.person(), id, new VerdictCame(event.getRevision(), verdict, photos(event)))
                .doOnNext(decision -> log.info("Upload {} was checked: accepted {}, {} good photos", id,
                        event.getAccepted(), event.getGoodPhotos()))
                .then();
    }

    private static Map<PhotoId, Boolean> photos(ImagesValidated event) {
        var verdicts = new HashMap<PhotoId, Boolean>();
        for (PhotoVerdict photo : event.getPhotos()) {
            if (photo.getVerdict() != Verdict.UNKNOWN) {
                verdicts.put(new PhotoId(UUID.fromString(photo.getPhotoId())),
                        photo.getVerdict() == Verdict.ACCEPTED);
            }
        }
        return verdicts;
    }
}
