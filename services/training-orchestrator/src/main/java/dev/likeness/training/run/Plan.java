package dev.likeness.training.run;

import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import java.time.Instant;

/**
 * What was asked for; it never changes.
 *
 * @param triggerWord as the request says it
 * @param photoCount photos in the ZIP
 * @param deadline when the training is stopped, however far it has come
 */
public record Plan(TrainingId id, Person person, String triggerWord, Recipe recipe, int photoCount,
        Instant requestedAt, Instant deadline) {

    Plan again(int number, Instant at, Instant newDeadline) {
        return new Plan(id.retry(number), person, triggerWord, recipe, photoCount, at, newDeadline);
    }

    boolean hasTheWordOfItsPerson() {
        return TriggerWord.of(person.userId()).value().equals(triggerWord);
    }
}
