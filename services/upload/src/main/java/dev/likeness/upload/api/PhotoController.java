package dev.likeness.upload.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Uninterrupted;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.sending.AnnouncedType;
import dev.likeness.upload.sending.ReceivePhoto;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.Refusal.AlreadyComplete;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.WrongSize;
import dev.likeness.upload.set.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PhotoController {

    private final PhotoSets sets;
    private final Epochs epochs;
    private final ReceivePhoto receivePhoto;

    PhotoController(PhotoSets sets, Epochs epochs, ReceivePhoto receivePhoto) {
        this.sets = sets;
        this.epochs = epochs;
        this.receivePhoto = receivePhoto;
    }

    // The body is taken from the request as it is: no converter may gather it in memory.
    @Operation(summary = "The raw bytes of one announced photo; repeatable")
    @RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    @PutMapping(UploadsController.ROUTE + "/{uploadId}/photos/{photoId}")
    Mono<PhotoView> put(Caller caller, @PathVariable UUID uploadId, @PathVariable UUID photoId,
            @Parameter(hidden = true) ServerHttpRequest request) {
        UploadId id = new UploadId(uploadId);
        return Uninterrupted.of(epochs.current(caller.userId())
                .zipWhen(_ -> sets.find(caller.userId(), id))
                .switchIfEmpty(Mono.error(UploadProblems::unknownUpload))
                .flatMap(found -> receive(found.getT1(), found.getT2(), photoId, request))
                .onErrorMap(UploadProblems::of));
    }

    private Mono<PhotoView> receive(Person person, Present set, UUID photoId, ServerHttpRequest request) {
        Photo photo = wanted(set, photoId);
        long length = request.getHeaders().getContentLength();
        if (length < 0) {
            throw UploadProblems.lengthRequired();
        }
        if (length != photo.bytes().size()) {
            throw UploadProblems.of(new WrongSize(photo.bytes().size(), length));
        }
        return receivePhoto
                .handle(person, set, photo, AnnouncedType.of(request.getHeaders().getContentType()), request.getBody())
                .map(decision -> UploadsController.present(decision))
                .map(next -> PhotoView.of(next.id(), wanted(next, photoId), true));
    }

    private static Photo wanted(Present set, UUID photoId) {
        if (!(set instanceof Open)) {
            throw UploadProblems.of(new AlreadyComplete());
        }
        Optional<Photo> wanted = set.photos().stream().filter(photo -> photo.id().value().equals(photoId)).findFirst();
        return wanted.orElseThrow(() -> UploadProblems.of(new UnknownPhoto()));
    }
}
