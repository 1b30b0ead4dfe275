package dev.likeness.generation;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.ShootId;
import java.time.Instant;

/**
 * What a person asked for, fixed when they asked.
 *
 * @param trainingId of the model that was the current one then
 * @param testShoot whether nobody asked for it: the shoot that follows a training
 */
public record Commission(ShootId id, String trainingId, ModelVersion model, PromptText prompt, Parameters parameters,
        Instant requestedAt, boolean testShoot) {

    public Commission(ShootId id, String trainingId, ModelVersion model, PromptText prompt, Parameters parameters,
            Instant requestedAt) {
        this(id, trainingId, model, prompt, parameters, requestedAt, false);
    }
}
