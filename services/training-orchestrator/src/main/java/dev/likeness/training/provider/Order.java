package dev.likeness.training.provider;

import dev.likeness.person.TriggerWord;
import dev.likeness.training.run.Recipe;
import java.net.URI;

/**
 * What the paid call orders.
 *
 * @param triggerWord made from a user id alone: no text that somebody stored gets here
 * @param destination {@code owner/name}
 * @param images where the provider reads the ZIP
 */
public record Order(Recipe recipe, RecipeInput input, TriggerWord triggerWord, URI images, String destination) {}
