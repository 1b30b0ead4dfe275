package dev.likeness.upload.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Uninterrupted;
import dev.likeness.access.idempotency.Attempt;
import dev.likeness.access.idempotency.Idempotency;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.sending.LimitProperties;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person changes about a set that is there. */
@RestController
@RequestMapping(UploadsController.ROUTE + "/{uploadId}/photos")
class ChangesController {

    private final PhotoSets sets;
    private final Epochs epochs;
    private final Idempotency idempotency;
    private final LimitProperties limits;

    ChangesController(PhotoSets sets, Epochs epochs, Idempotency idempotency, LimitProperties limits) {
        this.sets = sets;
        this.epochs = epochs;
        this.idempotency = idempotency;
        this.limits = limits;
    }

    @Operation(summary = "Announce further photos of an upload, which is open again until it is completed")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<UploadView>> add(Caller caller, @PathVariable UUID uploadId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody AnnouncementBody body) {
        UploadsController.check(body, limits);
        String route = "POST " + UploadsController.ROUTE + "/" + uploadId + "/photos";
        return idempotency.once(new Attempt(caller, route, key, body), UploadView.class, id -> person(caller)
                .flatMap(person -> sets.add(person, new UploadId(uploadId), body.photos(id), limits.photos())
                        .map(decision -> UploadsController.view(person, decision)))
                .map(view -> ResponseEntity.status(HttpStatus.CREATED).body(view)));
    }

    @Operation(summary = "Take a photo out of an upload; one that was checked is decided on again")
    @DeleteMapping("/{photoId}")
    Mono<UploadView> drop(Caller caller, @PathVariable UUID uploadId, @PathVariable UUID photoId) {
        return Uninterrupted.of(person(caller)
                .flatMap(person -> sets.drop(person, new UploadId(uploadId), new PhotoId(photoId))
                        .map(decision -> UploadsController.view(person, decision))));
    }

    private Mono<Person> person(Caller caller) {
        return epochs.current(caller.userId()).switchIfEmpty(Mono.error(UploadProblems::unknownUpload));
    }
}
