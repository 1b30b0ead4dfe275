package dev.likeness.training.requesting;

import dev.likeness.events.TrainingRecipe;
import dev.likeness.events.TrainingRequested;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.training.Moves;
import dev.likeness.training.Source;
import dev.likeness.training.TrainingPhoto;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.Wish;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class TrainingRequestedHandler implements EventHandler<TrainingRequested> {

    private static final Logger log = LoggerFactory.getLogger(TrainingRequestedHandler.class);

    private final Moves moves;

    TrainingRequestedHandler(Moves moves) {
        this.moves = moves;
    }

    @Override
    public Class<TrainingRequested> event() {
        return TrainingRequested.class;
    }

    @Override
    public Mono<Void> handle(TrainingRequested event, Delivery delivery) {
        return Causation.current().flatMap(causation -> {
            if (!causation.maySpend()) {
                log.info("Training {} was asked for by a replay that may not spend", event.getTrainingId());
                return Mono.<Void>empty();
            }
            return request(event, delivery).then();
        });
    }

    private Mono<?> request(TrainingRequested event, Delivery delivery) {
        List<TrainingPhoto> photos = event.getPhotos()
                .stream()
                .map(photo -> new TrainingPhoto(photo.getObjectKey(), photo.getCaption()))
                .toList();
        var wish = new Wish(TrainingId.of(event.getTrainingId()), delivery.person(), event.getTriggerWord(),
                recipe(event.getRecipe()), photos.size());
        return moves.request(wish, new Source(event.getUploadId(), photos));
    }

    private static Recipe recipe(TrainingRecipe recipe) {
        return new Recipe(recipe.getVersion(), recipe.getTrainer(), recipe.getTrainerVersion(), recipe.getSteps(),
                recipe.getLoraRank(), recipe.getResolution(), recipe.getAutocaption(), recipe.getOptimizer(),
                recipe.getCacheLatentsToDisk(), recipe.getCaptionDropoutRate(), recipe.getLearningRate(),
                recipe.getBatchSize(), recipe.getGradientCheckpointing(), recipe.getMixedPrecision(),
                recipe.getNetworkAlpha(), recipe.getPriorLossWeight());
    }
}
