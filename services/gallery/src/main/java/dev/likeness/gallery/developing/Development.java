package dev.likeness.gallery.developing;

import dev.likeness.gallery.KnownFiles;
import dev.likeness.gallery.PortraitFile;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.UserId;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Develops pictures, few at once, and keeps what comes of it: thumbnails beside the portrait's copy
 * in the gallery's bucket, the rest in rows. Doing it again writes the same to the same places.
 */
@Component
class Development implements DisposableBean {

    private final ObjectStore store;
    private final KnownFiles files;
    private final ThumbnailsProperties properties;
    private final Scheduler makers;

    Development(ObjectStore store, KnownFiles files, ThumbnailsProperties properties) {
        this.store = store;
        this.files = files;
        this.properties = properties;
        this.makers = Schedulers.newBoundedElastic(properties.concurrency(), properties.queue(), "developing", 60,
                true);
    }

    Mono<Developed> of(UserId userId, Portrait.Kept portrait) {
        return Mono.fromCallable(() -> make(PortraitFile.key(portrait)))
                .subscribeOn(makers)
                .onErrorMap(RejectedExecutionException.class, Busy::new)
                .flatMap(developed -> keep(userId, portrait, developed).thenReturn(developed));
    }

    /** The picture is read when its turn has come, so that those who wait hold no memory. */
    private Developed make(ObjectKey picture) {
        byte[] bytes = store.bytes(picture, properties.maxSize().toBytes()).blockOptional().orElseThrow();
        return Developed.of(bytes, properties);
    }

    /**
     * The thumbnails first: where the row is there, so are they. A portrait deleted meanwhile has no
     * row, and what was just written goes again.
     */
    private Mono<Void> keep(UserId userId, Portrait.Kept portrait, Developed developed) {
        return Flux.fromIterable(developed.thumbnails().entrySet())
                .concatMap(thumbnail -> put(portrait, thumbnail))
                .then(files.keep(userId, portrait.id(), developed.file(), developed.placeholder()))
                .filter(kept -> !kept)
                .flatMapMany(_ -> Flux.fromIterable(developed.thumbnails().keySet()))
                .concatMap(size -> store.delete(key(portrait, size)))
                .then();
    }

    private Mono<Void> put(Portrait.Kept portrait, Map.Entry<ThumbnailSize, byte[]> thumbnail) {
        byte[] jpeg = thumbnail.getValue();
        return store.put(key(portrait, thumbnail.getKey()),
                Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(jpeg))), jpeg.length,
                MediaType.IMAGE_JPEG_VALUE);
    }

    /** Beside the copy and named after it, so that it goes with it. */
    ObjectKey key(Portrait.Kept portrait, ThumbnailSize size) {
        return PortraitFile.beside(portrait, "." + properties.longSide(size) + ".jpg");
    }

    @Override
    public void destroy() {
        makers.dispose();
    }
}
