package dev.likeness.generation.previews;

import dev.likeness.events.PortraitDeleted;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.Work;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Queues the removal of a preview. */
@Component
class PortraitDeletedHandler implements EventHandler<PortraitDeleted> {

    private final Work work;

    PortraitDeletedHandler(Work work) {
        this.work = work;
    }

    @Override
    public Class<PortraitDeleted> event() {
        return PortraitDeleted.class;
    }

    @Override
    public Mono<Void> handle(PortraitDeleted event, Delivery delivery) {
        return work.enqueue(new Work.Item(PreviewRemoval.KIND, event.getPortraitId(), delivery.person()));
    }
}
