package dev.likeness.gallery.developing;

import dev.likeness.gallery.marking.AiMark;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.UserId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Thumbnails as they were made when the portrait came in; those that are missing are made now. */
@Component
public class Thumbnails {

    private final ObjectStore store;
    private final Development development;
    private final ThumbnailsProperties properties;

    Thumbnails(ObjectStore store, Development development, ThumbnailsProperties properties) {
        this.store = store;
        this.development = development;
        this.properties = properties;
    }

    /** A JPEG; empty where none can be made of the picture. */
    public Mono<byte[]> of(UserId userId, Portrait.Kept portrait, ThumbnailSize size) {
        return store.bytes(development.key(portrait, size), properties.maxSize().toBytes())
                .onErrorResume(ObjectMissing.class, _ -> development.of(userId, portrait)
                        .flatMap(developed -> Mono.justOrEmpty(developed.thumbnails().get(size))));
    }

    /** What tells one thumbnail of a portrait from another. */
    public String variant(ThumbnailSize size) {
        return properties.longSide(size) + "-" + AiMark.version();
    }
}
