package dev.likeness.messaging.epoch;

import dev.likeness.events.UserReset;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import reactor.core.publisher.Mono;

/**
 * Being admitted has raised the epoch already and queued the purge; there is nothing more to do.
 */
class UserResetHandler implements EventHandler<UserReset> {

    @Override
    public Class<UserReset> event() {
        return UserReset.class;
    }

    @Override
    public Mono<Void> handle(UserReset event, Delivery delivery) {
        return Mono.empty();
    }
}
