package dev.likeness.generation.previews;

import dev.likeness.events.PortraitSaved;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A saved portrait keeps the record of how it was made; its preview still goes, the gallery has its
 * own copy.
 */
@Component
class PortraitSavedHandler implements EventHandler<PortraitSaved> {

    private final Previews previews;

    PortraitSavedHandler(Previews previews) {
        this.previews = previews;
    }

    @Override
    public Class<PortraitSaved> event() {
        return PortraitSaved.class;
    }

    @Override
    public Mono<Void> handle(PortraitSaved event, Delivery delivery) {
        return previews.saved(delivery.person(), UUID.fromString(event.getPortraitId()), event.getOccurredAt());
    }
}
