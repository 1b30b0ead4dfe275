package dev.likeness.objects.minio;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.StoreUnavailable;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/** An object on its way from the store: one piece for each that is asked for. */
final class Download {

    private static final int PIECE_BYTES = 32 * 1024;

    private final Bucket bucket;
    private final StoreCalls.Held<GetObjectResponse> held;

    private Download(Bucket bucket, StoreCalls.Held<GetObjectResponse> held) {
        this.bucket = bucket;
        this.held = held;
    }

    /** Holds a place among the calls until the last piece, an error or a cancellation. */
    static Flux<DataBuffer> of(ObjectKey key, StreamingClient client, StoreCalls calls, Scheduler scheduler) {
        return Flux.defer(() -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            return Flux.<DataBuffer, Download>generate(() -> open(key, client, calls), Download::next, Download::close)
                    .subscribeOn(scheduler)
                    // Cancelling interrupts the reader, and nobody is left to be told.
                    .onErrorResume(_ -> cancelled.get(), _ -> Flux.empty())
                    .onErrorMap(InterruptedException.class, _ -> new StoreUnavailable("closing"))
                    .doOnCancel(() -> cancelled.set(true));
        });
    }

    private static Download open(ObjectKey key, StreamingClient client, StoreCalls calls) throws InterruptedException {
        GetObjectArgs args = GetObjectArgs.builder()
                .bucket(key.bucket().bucketName())
                .object(key.name())
                .build();
        return new Download(key.bucket(), calls.held(key.bucket(), () -> client.getObject(args)));
    }

    private Download next(SynchronousSink<DataBuffer> sink) {
        byte[] piece = new byte[PIECE_BYTES];
        try {
            int count = held.answer().readNBytes(piece, 0, piece.length);
            if (count == 0) {
                sink.complete();
            } else {
                sink.next(DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOf(piece, count)));
            }
        } catch (IOException e) {
            sink.error(Fault.of(e, bucket).error());
        }
        return this;
    }

    private void close() {
        try (held) {
            held.answer().close();
        } catch (IOException e) {
            // The answer was cut; who reads it knows already.
        }
    }
}
