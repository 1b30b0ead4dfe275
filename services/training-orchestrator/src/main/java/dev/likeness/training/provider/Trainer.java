package dev.likeness.training.provider;

import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.time.Instant;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whoever trains, for money. Every call but {@link #submit} fails with {@link TrainerUnavailable}
 * where trying again later makes sense, and with {@link TrainerRefused} where it does not; those
 * that only read or remove are tried a few times first.
 */
public interface Trainer {

    /**
     * What is sent for a recipe, by what the trainer's own schema takes.
     *
     * @throws TrainerRefused (as an error) where that version lacks an input that no training can do
     * without
     */
    Mono<RecipeInput> read(Recipe recipe);

    /** Makes sure that there is a private model to receive the result. */
    Mono<Void> ensureDestination();

    /**
     * The paid call. It is made once, never repeated in here, and never fails: what is not known is an
     * answer too.
     */
    Mono<Submission> submit(Recipe recipe, RecipeInput input, String triggerWord, URI images);

    /** Its trainings, newest first, back to that time. */
    Mono<Listing> list(Instant backTo);

    Mono<Observation> look(String providerId);

    /** Stops a training; one that has ended or is unknown is fine. */
    Mono<Void> cancel(String providerId);

    /**
     * Puts a ZIP into the provider's own store.
     *
     * @return the provider's id of it
     */
    Mono<String> upload(Flux<DataBuffer> zip);

    /** What a training names as its images to read that file. */
    URI file(String fileId);

    /** An absent file is fine. */
    Mono<Void> deleteFile(String fileId);
}
