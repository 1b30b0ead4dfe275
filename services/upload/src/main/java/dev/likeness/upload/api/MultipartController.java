package dev.likeness.upload.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Uninterrupted;
import dev.likeness.access.idempotency.Attempt;
import dev.likeness.access.idempotency.Idempotency;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.LooseObjects;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.sending.ReceivePhotos;
import dev.likeness.upload.sending.ReceivedPhoto;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.PhotoState;
import dev.likeness.upload.set.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A whole set in one request: it is complete when the request is, or there is nothing of it. */
@RestController
class MultipartController {

    private final ReceivePhotos receivePhotos;
    private final PhotoSets sets;
    private final LooseObjects loose;
    private final Epochs epochs;
    private final Idempotency idempotency;

    MultipartController(ReceivePhotos receivePhotos, PhotoSets sets, LooseObjects loose, Epochs epochs,
            Idempotency idempotency) {
        this.receivePhotos = receivePhotos;
        this.sets = sets;
        this.loose = loose;
        this.epochs = epochs;
        this.idempotency = idempotency;
    }

    @Operation(summary = "Upload all photos of a set in one request; checking them begins")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = Photos.class)))
    @PostMapping(path = UploadsController.ROUTE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<UploadView>> upload(Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "true") boolean autoStart,
            @Parameter(hidden = true) ServerHttpRequest request) {
        // One batch per request, not per set: a repeated request sends the same photos to other objects.
        UUID batch = UUID.randomUUID();
        return Uninterrupted.of(epochs.currentOrFirst(caller.userId())
                .flatMap(person -> receivePhotos.handle(person, batch, request)
                        .flatMap(photos -> complete(caller, person, key, autoStart, photos))
                        .onErrorResume(failure -> loose.removeAll(person, batch).then(Mono.error(failure)))
                        .flatMap(answer -> loose.removeAll(person, batch).thenReturn(answer)))
                .onErrorMap(UploadProblems::of));
    }

    private Mono<ResponseEntity<UploadView>> complete(Caller caller, Person person, @Nullable String key,
            boolean autoStart, List<ReceivedPhoto> photos) {
        if (photos.isEmpty()) {
            return Mono.error(UploadProblems.problem(HttpStatus.BAD_REQUEST, "no-photos", "No photos",
                    "The request has no photos: send each as a file in a part named \"photos\"."));
        }
        var body = new SameRequest(autoStart, photos.stream().map(photo -> photo.bytes().sha256().value()).toList());
        return idempotency.once(new Attempt(caller, "POST " + UploadsController.ROUTE, key, body), UploadView.class,
                id -> sets.announceComplete(person, new UploadId(id), autoStart,
                        photos.stream().map(MultipartController::photo).toList())
                        .map(decision -> UploadsController.view(person, decision))
                        .map(view -> ResponseEntity.status(HttpStatus.ACCEPTED)
                                .location(URI.create(UploadsController.ROUTE + "/" + view.uploadId()))
                                .body(view)));
    }

    /** The form, for the documentation. */
    private record Photos(@ArraySchema(schema = @Schema(type = "string", format = "binary")) List<String> photos) {}

    /** What must be equal for a request to be the same one again. */
    private record SameRequest(boolean autoStart, List<String> sha256s) {}

    private static Photo photo(ReceivedPhoto received) {
        return new Photo(new PhotoId(UUID.randomUUID()), received.name(), received.bytes(),
                new PhotoState.Arrived(received.object()));
    }
}
