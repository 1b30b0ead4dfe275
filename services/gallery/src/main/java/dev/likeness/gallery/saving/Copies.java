package dev.likeness.gallery.saving;

import dev.likeness.gallery.portrait.Details;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectInfo;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The gallery's own copies of portraits. */
@Component
class Copies {

    private final ObjectStore store;

    Copies(ObjectStore store) {
        this.store = store;
    }

    /**
     * Copies the preview, over a copy that an earlier saving may have left, and looks whether it is
     * whole.
     */
    Mono<Void> make(Details.Image image) {
        ObjectKey copy = key(image);
        return store.copy(ObjectKey.in(Bucket.PREVIEWS, image.previewKey()), copy)
                .then(store.stat(copy))
                .map(ObjectInfo::size)
                .defaultIfEmpty(0L)
                .flatMap(copied -> copied > 0 && (image.size() == 0 || copied == image.size())
                        ? Mono.empty()
                        : Mono.error(new CopyIncomplete(copied, image.size())));
    }

    Mono<Void> remove(Details.Image image) {
        return store.delete(key(image));
    }

    private static ObjectKey key(Details.Image image) {
        return ObjectKey.in(Bucket.GALLERY, image.galleryKey());
    }
}
