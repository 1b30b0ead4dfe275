package dev.likeness.upload.judging;

import dev.likeness.events.TrainingFailed;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.upload.keeping.TrainingRequests;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class TrainingFailedHandler implements EventHandler<TrainingFailed> {

    private final TrainingRequests requests;

    TrainingFailedHandler(TrainingRequests requests) {
        this.requests = requests;
    }

    @Override
    public Class<TrainingFailed> event() {
        return TrainingFailed.class;
    }

    @Override
    public Mono<Void> handle(TrainingFailed event, Delivery delivery) {
        return requests.failed(delivery.person(), UUID.fromString(event.getTrainingId()));
    }
}
