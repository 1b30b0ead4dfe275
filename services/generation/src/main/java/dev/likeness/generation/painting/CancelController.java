package dev.likeness.generation.painting;

import dev.likeness.access.Caller;
import dev.likeness.access.Problems;
import dev.likeness.generation.shoot.ShootId;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CancelController {

    private final CancelShoot cancelShoot;

    CancelController(CancelShoot cancelShoot) {
        this.cancelShoot = cancelShoot;
    }

    /** Ends a generation; what has been made by then is kept. One that has ended is left as it is. */
    @PostMapping("/v1/generations/{generationId}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> cancel(Caller caller, @PathVariable UUID generationId) {
        return cancelShoot.handle(caller.userId(), new ShootId(generationId))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("generation", "unknown-generation",
                        "No such generation",
                        "You have no generation with this id. It may have expired, or the id is wrong.")))
                .then();
    }
}
