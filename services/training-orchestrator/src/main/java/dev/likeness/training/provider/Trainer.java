package dev.likeness.training.provider;

import dev.likeness.person.Person;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whoever trains, for money. Every call but {@link #submit} fails with {@link TrainerUnavailable}
 * where trying again later makes sense, and with {@link TrainerRefused} where it does not; those
 * that only read or remove are tried a few times first, but for {@link #look}.
 */
public interface Trainer {

    /**
     * What is sent for a recipe, by what the trainer's own schema takes.
     *
     * @throws TrainerRefused (as an error) where that version is not the one that was tried, or no
     * longer takes what is sent
     */
    Mono<RecipeInput> read(Recipe recipe);

    /**
     * Makes sure that there is a private model to receive the result.
     *
     * @return {@code owner/name}
     */
    Mono<String> ensureDestination(Person person);

    /**
     * The paid call. It is made once, never repeated in here, and never fails: what is not known is an
     * answer too.
     */
    Mono<Submission> submit(Order order);

    /** Its trainings, newest first, back to that time. */
    Mono<Listing> list(Instant backTo);

    /** How its trainings stand, newest first, back to that time, page by page. */
    Flux<List<Standing>> standings(Instant backTo);

    /** A version that is in no destination of that person is not taken for theirs. */
    Mono<Observation> look(Person person, String providerId);

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
