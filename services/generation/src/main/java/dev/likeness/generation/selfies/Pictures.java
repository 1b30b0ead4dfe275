package dev.likeness.generation.selfies;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.darkroom.Darkroom;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Looks at pictures, in a process of their own. */
@Component
class Pictures implements AutoCloseable {

    private final Darkroom darkroom;

    Pictures(DarkroomProperties properties) {
        this.darkroom = new Darkroom(properties.settings());
    }

    /** Fails with {@link UnreadableImage} for what can't be read; any other failure may pass. */
    Mono<PhotoReading> read(byte[] picture) {
        return Mono.fromCallable(() -> examined(picture)).subscribeOn(Schedulers.boundedElastic());
    }

    private PhotoReading examined(byte[] picture) {
        try {
            return darkroom.examine(picture).reading();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Nobody waits for this picture any more");
        } catch (OutOfMemoryError | StackOverflowError beyondUs) {
            // Reactor passes neither on, so the job would never end and its lease be renewed for ever.
            throw new IllegalStateException("This picture takes more memory than there is", beyondUs);
        }
    }

    @Override
    public void close() {
        darkroom.close();
    }
}
