package dev.likeness.training.run;

import dev.likeness.person.Person;

/**
 * A training as it is asked for.
 *
 * @param triggerWord as the request says it
 */
public record Wish(TrainingId id, Person person, String triggerWord, Recipe recipe, int photoCount) {}
