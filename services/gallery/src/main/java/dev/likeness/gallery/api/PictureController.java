package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.gallery.Pictures;
import dev.likeness.gallery.PortraitFile;
import dev.likeness.gallery.PortraitFiles;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.developing.Busy;
import dev.likeness.gallery.developing.ThumbnailSize;
import dev.likeness.gallery.developing.Thumbnails;
import dev.likeness.gallery.marking.AiMark;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectTooLarge;
import dev.likeness.objects.StoreUnavailable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Pictures. What a portrait shows never changes, so its id and the mark's version make the ETag.
 */
@RestController
@RequestMapping("/v1/gallery/{id}")
class PictureController {

    private final Portraits portraits;
    private final PortraitFiles files;
    private final Pictures pictures;
    private final Thumbnails thumbnails;

    PictureController(Portraits portraits, PortraitFiles files, Pictures pictures, Thumbnails thumbnails) {
        this.portraits = portraits;
        this.files = files;
        this.pictures = pictures;
        this.thumbnails = thumbnails;
    }

    @Operation(summary = "The picture as it was made, marked as AI-made; resumable by Range")
    @GetMapping("/image")
    Mono<Void> image(Caller caller, @PathVariable String id, @Parameter(hidden = true) ServerWebExchange exchange) {
        return told(find(caller, id).flatMap(portrait -> portrait instanceof Portrait.Trashed
                ? Mono.error(GalleryProblems.inTrash())
                : files.of(caller.userId(), List.of(portrait)))
                .map(List::getFirst)
                .flatMap(file -> RangedAnswer.send(exchange, picture(file))));
    }

    @Operation(summary = "A JPEG of it with a long side of 320 (small) or 960 (large) pixels; also of one in the trash")
    @GetMapping("/thumbnail")
    Mono<ResponseEntity<byte[]>> thumbnail(Caller caller, @PathVariable String id,
            @RequestParam @Nullable String size, @RequestHeader HttpHeaders sent) {
        ThumbnailSize wanted = size(size);
        return told(find(caller, id).flatMap(portrait -> {
            String etag = etag(portrait, thumbnails.variant(wanted));
            if (RangedAnswer.holds(sent, etag)) {
                return Mono.just(
                        ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(RangedAnswer.caching(etag)).build());
            }
            return thumbnails.of(caller.userId(), portrait, wanted)
                    .map(jpeg -> ResponseEntity.ok()
                            .headers(RangedAnswer.caching(etag))
                            .contentType(MediaType.IMAGE_JPEG)
                            .body(jpeg))
                    .switchIfEmpty(Mono.error(GalleryProblems::noThumbnail));
        }));
    }

    private Mono<Portrait.Kept> find(Caller caller, String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> portraits.find(caller.userId(), portraitId))
                .ofType(Portrait.Kept.class)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait));
    }

    private Representation picture(PortraitFile file) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType(file.portrait().details().image().contentType()));
        headers.setContentDisposition(ContentDisposition.inline().filename(file.name()).build());
        return new Representation(etag(file.portrait(), AiMark.version()), file.marked().length(), headers,
                // Asked first, because a stream that has begun can't turn into a problem.
                _ -> pictures.isThere(file)
                        .flatMap(there -> there ? Mono.empty() : Mono.error(GalleryProblems.imageGone())),
                (from, to) -> pictures.content(file, from, to));
    }

    private static <T> Mono<T> told(Mono<T> answer) {
        return answer.onErrorMap(ObjectMissing.class, _ -> GalleryProblems.imageGone())
                .onErrorMap(ObjectTooLarge.class, _ -> GalleryProblems.noThumbnail())
                .onErrorMap(Busy.class, _ -> GalleryProblems.busy())
                .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
    }

    private static String etag(Portrait portrait, String variant) {
        return "\"" + portrait.id() + "-" + variant + "\"";
    }

    private static ThumbnailSize size(@Nullable String size) {
        return switch (size) {
            case null -> ThumbnailSize.SMALL;
            case "small" -> ThumbnailSize.SMALL;
            case "large" -> ThumbnailSize.LARGE;
            default -> throw GalleryProblems.unknownSize();
        };
    }
}
