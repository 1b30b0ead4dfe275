package dev.likeness.generation.painting;

import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.likeness.Unmeasured;
import dev.likeness.generation.provider.Outputs;
import dev.likeness.generation.provider.Outputs.Fetched;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Frame;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Copies one output to its place. Repeatable: what is there already is only checked. */
@Component
class CopyOutput {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Outputs outputs;
    private final ObjectStore objects;

    CopyOutput(Outputs outputs, ObjectStore objects) {
        this.outputs = outputs;
        this.objects = objects;
    }

    /** Either a portrait, or why there is none. */
    record Copy(Optional<Portrait> portrait, Optional<FailureReason> lost) {

        static Copy lost(FailureReason reason) {
            return new Copy(Optional.empty(), Optional.of(reason));
        }
    }

    /**
     * @param output where the provider has it; empty where it has it no more
     * @param last whether what fails now counts as lost instead of being tried again
     */
    Mono<Copy> run(Frame frame, Optional<URI> output, long seed, boolean last) {
        ObjectKey key = key(frame);
        Mono<Copy> copy = stored(key).switchIfEmpty(Mono.defer(() -> fetched(key, output)))
                .map(found -> switch (found) {
                    case Fetched.Picture picture -> new Copy(Optional.of(new Portrait(frame, picture.contentType(),
                            picture.width(), picture.height(), picture.bytes().length, seed,
                            Likeness.notMeasured(Unmeasured.NOT_LOOKED_AT))), Optional.empty());
                    case Fetched.Lost(FailureReason reason) -> Copy.lost(reason);
                });
        return last ? copy.onErrorReturn(Copy.lost(FailureReason.OUTPUTS_GONE)) : copy;
    }

    Mono<Void> discard(List<Frame> frames) {
        return Flux.fromIterable(frames).concatMap(frame -> objects.delete(key(frame))).then();
    }

    // An object is there wholly or not at all, so what is there was checked before it was put.
    private Mono<Fetched> stored(ObjectKey key) {
        return objects.stat(key).flatMap(_ -> objects.bytes(key, MOST_BYTES)).flatMap(outputs::check);
    }

    private Mono<Fetched> fetched(ObjectKey key, Optional<URI> output) {
        return output.map(outputs::fetch)
                .orElseGet(() -> Mono.just(new Fetched.Lost(FailureReason.OUTPUTS_GONE)))
                .flatMap(found -> found instanceof Fetched.Picture picture
                        ? put(key, picture).thenReturn(found)
                        : Mono.just(found));
    }

    private Mono<Void> put(ObjectKey key, Fetched.Picture picture) {
        DataBuffer content = DefaultDataBufferFactory.sharedInstance.wrap(picture.bytes());
        return objects.put(key, Flux.just(content), picture.bytes().length, picture.contentType());
    }

    private static ObjectKey key(Frame frame) {
        return ObjectKey.in(Bucket.PREVIEWS, frame.objectKey());
    }
}
