package dev.likeness.training.provider;

import dev.likeness.training.run.Recipe;
import java.net.URI;

/**
 * What the paid call orders.
 *
 * @param destination {@code owner/name}
 * @param images where the provider reads the ZIP
 */
public record Order(Recipe recipe, RecipeInput input, String triggerWord, URI images, String destination) {}
