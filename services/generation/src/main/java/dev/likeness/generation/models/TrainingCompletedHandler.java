package dev.likeness.generation.models;

import dev.likeness.events.TrainingCompleted;
import dev.likeness.generation.Model;
import dev.likeness.generation.likeness.Standing;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.person.TriggerWord;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes note of a trained model, and has it show what it can. */
@Component
class TrainingCompletedHandler implements EventHandler<TrainingCompleted> {

    private static final Logger log = LoggerFactory.getLogger(TrainingCompletedHandler.class);

    private final R2dbcModels models;
    private final TestShoot testShoot;
    private final TestShootProperties properties;

    TrainingCompletedHandler(R2dbcModels models, TestShoot testShoot, TestShootProperties properties) {
        this.models = models;
        this.testShoot = testShoot;
        this.properties = properties;
    }

    @Override
    public Class<TrainingCompleted> event() {
        return TrainingCompleted.class;
    }

    @Override
    public Mono<Void> handle(TrainingCompleted event, Delivery delivery) {
        boolean own = TriggerWord.of(delivery.person().userId()).value().equals(event.getTriggerWord());
        // Kept all the same, so that the person sees it; but it is never the current one.
        if (!own) {
            log.error("Training {} used a trigger word that is not its person's; its model will not be used",
                    event.getTrainingId());
        }
        return Causation.current().flatMap(causation -> {
            boolean tested = own && properties.enabled() && causation.maySpend();
            Model model = model(event, tested ? Optional.of(TestShoot.of(event.getTrainingId())) : Optional.empty());
            return models.add(delivery.person(), model)
                    .flatMap(added -> added && tested ? testShoot.begin(delivery.person(), model) : Mono.empty());
        });
    }

    private static Model model(TrainingCompleted event, Optional<ShootId> testShoot) {
        return new Model(event.getTrainingId(), new ModelVersion(event.getModelVersion()), event.getTriggerWord(),
                event.getRecipe().getVersion(), event.getPhotoCount(), event.getOccurredAt(), testShoot,
                Standing.UNTOLD);
    }
}
