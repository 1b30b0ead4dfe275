package dev.likeness.upload.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.idempotency.Attempt;
import dev.likeness.access.idempotency.Idempotency;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.keeping.SetLists;
import dev.likeness.upload.sending.LimitProperties;
import dev.likeness.upload.set.Decision;
import dev.likeness.upload.set.Input.CompletionAsked;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.Refusal;
import dev.likeness.upload.set.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class UploadsController {

    static final String ROUTE = "/v1/uploads";

    private final PhotoSets sets;
    private final SetLists lists;
    private final Epochs epochs;
    private final Idempotency idempotency;
    private final LimitProperties limits;

    UploadsController(PhotoSets sets, SetLists lists, Epochs epochs, Idempotency idempotency, LimitProperties limits) {
        this.sets = sets;
        this.lists = lists;
        this.epochs = epochs;
        this.idempotency = idempotency;
        this.limits = limits;
    }

    @Operation(summary = "Announce a set of photos, to be sent one by one")
    @PostMapping(path = ROUTE, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<UploadView>> announce(Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody AnnouncementBody body) {
        check(body, limits);
        return idempotency.once(new Attempt(caller, "POST " + ROUTE, key, body), UploadView.class,
                id -> epochs.currentOrFirst(caller.userId())
                        .flatMap(person -> sets.announce(person, new UploadId(id), body.startsByItself(),
                                body.photos(id))
                                .map(decision -> view(person, decision)))
                        .map(view -> ResponseEntity.created(URI.create(ROUTE + "/" + view.uploadId())).body(view)));
    }

    @Operation(summary = "Say that all photos have been sent; checking them begins")
    @PostMapping(ROUTE + "/{uploadId}/complete")
    Mono<ResponseEntity<UploadView>> complete(Caller caller, @PathVariable UUID uploadId) {
        return epochs.current(caller.userId())
                .switchIfEmpty(Mono.error(UploadProblems::unknownUpload))
                .flatMap(person -> sets.move(person, new UploadId(uploadId), new CompletionAsked())
                        .map(decision -> view(person, decision)))
                .map(view -> ResponseEntity.status(HttpStatus.ACCEPTED).body(view));
    }

    @Operation(summary = "The state of an upload and of each of its photos")
    @GetMapping(ROUTE + "/{uploadId}")
    Mono<UploadView> one(Caller caller, @PathVariable UUID uploadId) {
        return epochs.current(caller.userId())
                .flatMap(person -> sets.find(caller.userId(), new UploadId(uploadId))
                        .map(set -> UploadView.of(person.epoch(), set)))
                .switchIfEmpty(Mono.error(UploadProblems::unknownUpload));
    }

    @Operation(summary = "All uploads, newest first")
    @GetMapping(ROUTE)
    Mono<Page<UploadSummaryView>> all(Caller caller, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageLimit rows = PageLimit.of(limit);
        Optional<Cursor> after = Cursor.parse(cursor);
        return lists.page(caller.userId(), rows, after)
                .map(found -> Page.of(found, rows, SetLists::cursor, UploadSummaryView::of));
    }

    static void check(AnnouncementBody body, LimitProperties limits) {
        if (body.photos().size() > limits.photos()) {
            throw UploadProblems.tooManyPhotos(limits.photos()).with("measured", body.photos().size());
        }
        long most = limits.photoSize().toBytes();
        for (int position = 1; position <= body.photos().size(); position++) {
            long size = body.photos().get(position - 1).size();
            if (size < 1) {
                throw UploadProblems.emptyPhoto(position).with("measured", size);
            }
            if (size > most) {
                throw UploadProblems.photoTooLarge(HttpStatus.UNPROCESSABLE_CONTENT, most)
                        .with("photo", position)
                        .with("measured", size);
            }
        }
    }

    /** The set as it is now, or why it was not moved. */
    static UploadView view(Person person, Decision decision) {
        return UploadView.of(person.epoch(), present(decision));
    }

    static Present present(Decision decision) {
        Optional<Refusal> refusal = decision.refusal();
        if (refusal.isPresent()) {
            throw UploadProblems.of(refusal.get());
        }
        return switch (decision.next()) {
            case Present set -> set;
            case Absent _ -> throw UploadProblems.unknownUpload();
        };
    }
}
