package dev.likeness.validation.recording;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Space;
import dev.likeness.validation.ReportMoves;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class ImagesUploadedHandler implements EventHandler<ImagesUploaded> {

    private final ReportMoves moves;

    ImagesUploadedHandler(ReportMoves moves) {
        this.moves = moves;
    }

    @Override
    public Class<ImagesUploaded> event() {
        return ImagesUploaded.class;
    }

    @Override
    public Mono<Void> handle(ImagesUploaded event, Delivery delivery) {
        Space space = delivery.person().space();
        var uploaded = new Input.Uploaded(event.getRevision(), event.getAutoStart(),
                new TrainingId(delivery.derivedId("training")),
                event.getPhotos().stream().map(photo -> photo(photo, space)).toList());
        return moves.move(delivery.person(), new UploadId(event.getUploadId()), uploaded).then();
    }

    private static Photo photo(UploadedPhoto photo, Space space) {
        return Photo.fresh(new PhotoId(photo.getPhotoId()), photo.getObjectKey(), photo.getSize(),
                photo.getSha256().toLowerCase(Locale.ROOT), ObjectKey.random(Bucket.PREPARED, space).name());
    }
}
