package dev.likeness.gallery.api;

import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Recipe;

/**
 * How a portrait was made.
 *
 * @param generation where its prompt is shown: the gallery never hears of prompts
 */
record RecipeView(String generation, long seed, String modelVersion, String aspectRatio, int steps,
        double guidanceScale, double loraScale) {

    private static final String GENERATIONS = "/v1/generations";

    static RecipeView of(Details details) {
        Recipe recipe = details.recipe();
        return new RecipeView(GENERATIONS + "/" + details.generationId(), recipe.seed(), recipe.modelVersion(),
                recipe.aspectRatio(), recipe.steps(), recipe.guidanceScale(), recipe.loraScale());
    }

    /** The request that makes portraits with these settings once more. */
    record Again(String method, String href, Body body) {

        static Again of(Details details) {
            return new Again("POST", GENERATIONS, new Body(details.generationId(), details.recipe().seed()));
        }

        /** @param again the request whose settings are taken */
        record Body(String again, long seed) {}
    }
}
