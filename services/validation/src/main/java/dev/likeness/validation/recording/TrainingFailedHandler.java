package dev.likeness.validation.recording;

import dev.likeness.events.TrainingFailed;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.validation.ReportMoves;
import dev.likeness.validation.report.TrainingId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whatever the reason, the training is no longer live: one that could not be settled is over too,
 * as a late acceptance of it is canceled and has no photos left to train on.
 */
@Component
class TrainingFailedHandler implements EventHandler<TrainingFailed> {

    private final ReportMoves moves;

    TrainingFailedHandler(ReportMoves moves) {
        this.moves = moves;
    }

    @Override
    public Class<TrainingFailed> event() {
        return TrainingFailed.class;
    }

    @Override
    public Mono<Void> handle(TrainingFailed event, Delivery delivery) {
        return moves.endTraining(delivery.person(), new TrainingId(UUID.fromString(event.getTrainingId())));
    }
}
