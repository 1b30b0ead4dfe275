package dev.likeness.generation.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.generation.Model;
import dev.likeness.generation.likeness.Finding;
import dev.likeness.generation.likeness.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model as its person sees it.
 *
 * @param current whether new portraits are made with it
 * @param usable whether anything is held against it; what, is said in refusal
 * @param testShoot the generation that followed the training
 * @param finding what was measured on its portraits
 * @param verdict the person's own word
 * @param question what the person is asked, while they have not answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelView(String trainingId, String modelVersion, String triggerWord, int recipeVersion, int photoCount,
        Instant completedAt, boolean current, boolean usable, @Nullable Refusal refusal, @Nullable String testShoot,
        @Nullable Finding finding, Standing.@Nullable Verdict verdict, @Nullable String question) {

    private static final String QUESTION = "Is this you? Look at the portraits of the test shoot and answer ME or "
            + "NOT_ME.";

    record Refusal(Standing.Objection code, String message) {}

    static ModelView of(Model model, boolean current) {
        Standing standing = model.standing();
        return new ModelView(model.trainingId(), model.version().value(), model.triggerWord(), model.recipeVersion(),
                model.photoCount(), model.completedAt(), current, standing.objection().isEmpty(),
                standing.objection().map(objection -> new Refusal(objection, objection.sentence())).orElse(null),
                model.testShoot().map(Object::toString).orElse(null), standing.finding().orElse(null),
                standing.verdict().orElse(null), standing.asks() ? QUESTION : null);
    }
}
