package dev.likeness.upload.judging;

import dev.likeness.events.TrainingRequested;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.upload.keeping.TrainingRequests;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class TrainingRequestedHandler implements EventHandler<TrainingRequested> {

    private final TrainingRequests requests;

    TrainingRequestedHandler(TrainingRequests requests) {
        this.requests = requests;
    }

    @Override
    public Class<TrainingRequested> event() {
        return TrainingRequested.class;
    }

    @Override
    public Mono<Void> handle(TrainingRequested event, Delivery delivery) {
        return requests.asked(delivery.person(), UUID.fromString(event.getTrainingId()), event.getUploadId(),
                event.getOccurredAt());
    }
}
