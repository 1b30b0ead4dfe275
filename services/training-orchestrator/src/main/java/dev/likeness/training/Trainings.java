package dev.likeness.training;

import dev.likeness.person.Person;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The trainings of this service. All of it, but for reading, belongs into a transaction. */
public interface Trainings {

    /**
     * @param now the database's time, so that no clock of ours decides how long ago something was
     * intended
     */
    record Locked(Training training, Instant now) {}

    /**
     * What is kept of an attempt, also when the training has moved on.
     *
     * @param intendedAt empty where the provider was never called
     * @param zipGoneAt since when a late acceptance must fail
     * @param settled whether it is known what became of the call
     */
    record Attempt(TrainingId id, int number, Person person, Optional<String> zip, Optional<String> fileId,
            Optional<Instant> intendedAt, Optional<Instant> zipGoneAt, Optional<String> providerId, boolean settled) {}

    /**
     * Locks a training for the surrounding transaction, before the outbox draws its numbers. One that
     * the person does not have in their current epoch is unheard of.
     */
    Mono<Locked> lock(Person person, TrainingId id);

    /** Whether the person has another training under way. */
    Mono<Boolean> another(Person person, TrainingId id);

    /** @return false where the id is taken, so that nothing was stored and nothing may follow */
    Mono<Boolean> insert(Training training, Plan plan, Source source);

    /** Fails where the person's epoch is over. */
    Mono<Void> save(Training training);

    /** Adds to what a person watching is told: the state, and progress if that is what moved. */
    Mono<Void> tell(Person person, Training training, Optional<Effect.AnnounceProgress> progress, Instant now);

    /** The database's time. */
    Mono<Instant> now();

    Mono<Training> read(Person person, TrainingId id);

    Mono<Source> source(Person person, TrainingId id);

    /** How many trainings that the person made by trying this one again have ended. */
    Mono<Integer> endedRetries(Person person, TrainingId id);

    Mono<List<TrainingPhoto>> photos(Person person, TrainingId id);

    /** The ZIPs ever begun for it, whatever the epoch. */
    Mono<List<String>> zips(TrainingId id);

    /** All of them at once: who took only some would cancel a query under way. */
    Mono<List<Attempt>> attempts(TrainingId id);

    /** The settings that the trainer turned out to have no input for. */
    Mono<Void> withoutInput(Person person, TrainingId id, Collection<String> settings);

    /** The provider was asked in vain, perhaps not for the first time since it was heard from. */
    Mono<Void> unreachable(Person person, TrainingId id);

    /** The provider was heard from just now. */
    Mono<Void> heard(Person person, TrainingId id);
}
