package dev.likeness.generation.models;

import dev.likeness.events.TrainingCompleted;
import dev.likeness.generation.Model;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.person.TriggerWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes note of a trained model. */
@Component
class TrainingCompletedHandler implements EventHandler<TrainingCompleted> {

    private static final Logger log = LoggerFactory.getLogger(TrainingCompletedHandler.class);

    private final R2dbcModels models;

    TrainingCompletedHandler(R2dbcModels models) {
        this.models = models;
    }

    @Override
    public Class<TrainingCompleted> event() {
        return TrainingCompleted.class;
    }

    @Override
    public Mono<Void> handle(TrainingCompleted event, Delivery delivery) {
        // Kept all the same, so that the person sees it; but it is never the current one.
        if (!TriggerWord.of(delivery.person().userId()).value().equals(event.getTriggerWord())) {
            log.error("Training {} used a trigger word that is not its person's; its model will not be used",
                    event.getTrainingId());
        }
        return models.add(delivery.person(), new Model(event.getTrainingId(), new ModelVersion(event.getModelVersion()),
                event.getTriggerWord(), event.getRecipe().getVersion(), event.getPhotoCount(), event.getOccurredAt()));
    }
}
