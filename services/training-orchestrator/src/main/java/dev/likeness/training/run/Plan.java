package dev.likeness.training.run;

import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import java.time.Instant;

/**
 * What was asked for; it never changes.
 *
 * @param triggerWord as the request says it
 * @param photoCount photos in the ZIP
 * @param reserveMicros what is set aside for an attempt, in millionths of a US dollar
 * @param deadline when the training is stopped, however far it has come
 */
public record Plan(TrainingId id, Person person, String triggerWord, Recipe recipe, int photoCount,
        long reserveMicros, Instant requestedAt, Instant deadline) {

    Wish again(int number) {
        return new Wish(id.retry(number), person, triggerWord, recipe, photoCount);
    }

    boolean hasTheWordOfItsPerson() {
        return TriggerWord.of(person.userId()).value().equals(triggerWord);
    }
}
