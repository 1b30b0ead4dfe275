package dev.likeness.gallery.api;

import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.ObjectTooLarge;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Makes thumbnails when they are asked for, few at once: a browser keeps them and asks only whether
 * they still hold, and nothing more of a person has to be found and removed.
 */
@Component
class Thumbnails implements DisposableBean {

    private final ObjectStore store;
    private final ThumbnailsProperties properties;
    private final Scheduler makers;

    Thumbnails(ObjectStore store, ThumbnailsProperties properties) {
        this.store = store;
        this.properties = properties;
        this.makers = Schedulers.newBoundedElastic(properties.concurrency(), properties.queue(), "thumbnails", 60,
                true);
    }

    /** A JPEG; the picture is read when its turn has come, so that those who wait hold no memory. */
    Mono<byte[]> of(ObjectKey picture) {
        return Mono.fromCallable(() -> make(picture))
                .subscribeOn(makers)
                .onErrorMap(RejectedExecutionException.class, _ -> GalleryProblems.busy())
                .onErrorMap(UnreadableImage.class, _ -> GalleryProblems.noThumbnail())
                .onErrorMap(ObjectTooLarge.class, _ -> GalleryProblems.noThumbnail());
    }

    private byte[] make(ObjectKey picture) {
        byte[] bytes = store.bytes(picture, properties.maxSize().toBytes()).blockOptional().orElseThrow();
        return Images.thumbnail(bytes, properties.longSide(), properties.maxPixels());
    }

    @Override
    public void destroy() {
        makers.dispose();
    }
}
