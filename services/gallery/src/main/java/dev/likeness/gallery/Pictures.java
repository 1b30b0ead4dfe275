package dev.likeness.gallery;

import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.WrongLength;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends portraits' files from the store, as they come. */
@Component
public class Pictures {

    private final ObjectStore store;

    Pictures(ObjectStore store) {
        this.store = store;
    }

    /** Whether the store has it as it was measured. */
    public Mono<Boolean> isThere(PortraitFile file) {
        return store.stat(PortraitFile.key(file.portrait()))
                .map(info -> info.size() == file.marked().size())
                .defaultIfEmpty(false);
    }

    /**
     * The bytes of the marked file from one on and before another. Fails with {@link ObjectMissing}
     * where it is gone, and with {@link WrongLength} where less comes than was measured: nobody gets a
     * file that is only shorter.
     */
    public Flux<DataBuffer> content(PortraitFile file, long from, long to) {
        byte[] begin = file.marked().begin();
        int headTo = (int) Math.min(begin.length, to);
        Flux<DataBuffer> head = from < headTo
                ? Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance
                        .wrap(Arrays.copyOfRange(begin, (int) from, headTo))))
                : Flux.empty();
        if (to <= begin.length) {
            return head;
        }
        long shift = file.marked().skipped() - begin.length;
        long restFrom = Math.max(from, begin.length);
        return head.concatWith(stretch(PortraitFile.key(file.portrait()), restFrom + shift, to + shift));
    }

    /** The store sends from the first byte on; what is not wanted of it is dropped. */
    private Flux<DataBuffer> stretch(ObjectKey key, long from, long to) {
        return Flux.defer(() -> {
            AtomicLong missing = new AtomicLong(to - from);
            return DataBufferUtils
                    .takeUntilByteCount(DataBufferUtils.skipUntilByteCount(store.get(key), from), to - from)
                    .doOnNext(piece -> missing.addAndGet(-piece.readableByteCount()))
                    .concatWith(Mono.defer(() -> missing.get() == 0
                            ? Mono.empty()
                            : Mono.error(new WrongLength(to - from, to - from - missing.get()))));
        });
    }
}
