package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.StoreUnavailable;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pictures. A portrait's picture never changes, so its id makes the ETag. A browser may keep it but
 * asks each time, so that a deleted portrait is not shown from a cache.
 */
@RestController
@RequestMapping("/v1/gallery/{id}")
class PictureController {

    private static final CacheControl ASK_EACH_TIME = CacheControl.noCache().cachePrivate();

    private final Portraits portraits;
    private final ObjectStore store;
    private final Thumbnails thumbnails;

    PictureController(Portraits portraits, ObjectStore store, Thumbnails thumbnails) {
        this.portraits = portraits;
        this.store = store;
        this.thumbnails = thumbnails;
    }

    /** The picture as it was made. */
    @GetMapping("/image")
    Mono<ResponseEntity<Flux<DataBuffer>>> image(Caller caller, @PathVariable String id,
            @RequestHeader HttpHeaders sent) {
        return present(caller, id).flatMap(portrait -> {
            String etag = etag(portrait, "");
            if (holds(sent, etag)) {
                return Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(caching(etag)).build());
            }
            ObjectKey key = key(portrait);
            // Asked first, because a stream that has begun can't turn into a problem.
            return store.stat(key)
                    .map(info -> ResponseEntity.ok()
                            .headers(picture(portrait, etag))
                            .contentLength(info.size())
                            .body(store.get(key)))
                    .switchIfEmpty(Mono.error(GalleryProblems::imageGone))
                    .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
        });
    }

    /** A small JPEG of it. */
    @GetMapping("/thumbnail")
    Mono<ResponseEntity<byte[]>> thumbnail(Caller caller, @PathVariable String id, @RequestHeader HttpHeaders sent) {
        return present(caller, id).flatMap(portrait -> {
            String etag = etag(portrait, "-thumbnail");
            if (holds(sent, etag)) {
                return Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(caching(etag)).build());
            }
            return thumbnails.of(key(portrait))
                    .map(jpeg -> ResponseEntity.ok()
                            .headers(caching(etag))
                            .contentType(MediaType.IMAGE_JPEG)
                            .body(jpeg))
                    .onErrorMap(ObjectMissing.class, _ -> GalleryProblems.imageGone())
                    .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
        });
    }

    private Mono<Portrait.Present> present(Caller caller, String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> portraits.find(caller.userId(), portraitId))
                .ofType(Portrait.Present.class)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait));
    }

    private static ObjectKey key(Portrait.Present portrait) {
        Details.Image image = portrait.details().image();
        return switch (portrait) {
            case Portrait.Preview _ -> ObjectKey.in(Bucket.PREVIEWS, image.previewKey());
            case Portrait.Saved _ -> ObjectKey.in(Bucket.GALLERY, image.galleryKey());
        };
    }

    private static String etag(Portrait portrait, String kind) {
        return "\"" + portrait.id() + kind + "\"";
    }

    private static boolean holds(HttpHeaders sent, String etag) {
        List<String> known = sent.getIfNoneMatch();
        return known.contains("*") || known.stream().anyMatch(tag -> tag.equals(etag) || tag.equals("W/" + etag));
    }

    private static HttpHeaders picture(Portrait.Present portrait, String etag) {
        MediaType type = MediaType.parseMediaType(portrait.details().image().contentType());
        HttpHeaders headers = caching(etag);
        headers.setContentType(type);
        headers.setContentDisposition(
                ContentDisposition.inline().filename("likeness-" + portrait.id() + "." + extension(type)).build());
        return headers;
    }

    private static HttpHeaders caching(String etag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(etag);
        headers.setCacheControl(ASK_EACH_TIME);
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }

    private static String extension(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return switch (subtype) {
            case "jpeg" -> "jpg";
            case "png", "webp" -> subtype;
            default -> "bin";
        };
    }
}
