package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.archiving.AllTaken;
import dev.likeness.gallery.archiving.Archive;
import dev.likeness.gallery.archiving.Archives;
import dev.likeness.gallery.archiving.Archives.Selected;
import dev.likeness.gallery.developing.Busy;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.StoreUnavailable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class ArchiveController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Archives archives;

    ArchiveController(Archives archives) {
        this.archives = archives;
    }

    @Operation(summary = "A ZIP of the portraits with these ids, or of all that the filter leaves; saved ones where no "
            + "state is said. Its Content-Length is known beforehand, and it can be resumed by Range with If-Range")
    @GetMapping("/v1/gallery/archive")
    Mono<Void> archive(Caller caller, @ParameterObject GalleryQuery query,
            @RequestParam @Nullable List<String> ids, @Parameter(hidden = true) ServerWebExchange exchange) {
        Mono<Selected> selected = ids == null
                ? archives.of(caller.userId(), filter(query))
                : archives.of(caller.userId(), parsed(ids));
        return archives.sending(() -> selected.map(ArchiveController::archive)
                .flatMap(archive -> RangedAnswer.send(exchange, zip(archive))))
                .onErrorMap(AllTaken.class, _ -> GalleryProblems.archivesBusy())
                .onErrorMap(Busy.class, _ -> GalleryProblems.busy())
                .onErrorMap(ObjectMissing.class, _ -> GalleryProblems.imageGone())
                .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
    }

    private static Portraits.Filter filter(GalleryQuery query) {
        Portraits.Filter asked = query.filter();
        if (asked.kind().filter(kind -> kind == Portraits.Kind.TRASH).isPresent()) {
            throw GalleryProblems.inTrash();
        }
        return new Portraits.Filter(Optional.of(asked.kind().orElse(Portraits.Kind.SAVED)), asked.favourite(),
                asked.bands(), asked.heldBack());
    }

    private static Set<PortraitId> parsed(List<String> ids) {
        return ids.stream()
                .map(id -> PortraitId.parse(id).orElseThrow(GalleryProblems::unknownPortrait))
                .collect(Collectors.toSet());
    }

    private static Archive archive(Selected selected) {
        return switch (selected) {
            case Selected.Packed(var archive) -> archive;
            case Selected.Nothing() -> throw GalleryProblems.nothingSelected();
            case Selected.TooMany(int limit) -> throw GalleryProblems.tooMany(limit);
            case Selected.NotThere(var id) -> throw GalleryProblems.unknownPortrait().with("portraitId", id.value());
        };
    }

    private static Representation zip(Archive archive) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(ZIP);
        headers.setContentDisposition(ContentDisposition.attachment().filename("likeness-portraits.zip").build());
        return new Representation("\"" + archive.tag() + "\"", archive.length(), headers,
                range -> archive.missing(range.from(), range.to())
                        .flatMap(file -> Mono.error(
                                GalleryProblems.imageGone().with("portraitId", file.portrait().id().value()))),
                archive::content);
    }
}
