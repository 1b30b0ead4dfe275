package dev.likeness.upload.api;

import dev.likeness.access.Caller;
import dev.likeness.messaging.Epochs;
import dev.likeness.upload.keeping.SetLists;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MeController {

    private final Epochs epochs;
    private final SetLists lists;

    MeController(Epochs epochs, SetLists lists) {
        this.epochs = epochs;
        this.lists = lists;
    }

    @Operation(summary = "What is held about you, and what is asked of you")
    @GetMapping("/v1/me")
    Mono<MeView> me(Caller caller) {
        return epochs.currentOrFirst(caller.userId())
                .flatMap(person -> lists.held(caller.userId()).map(held -> MeView.of(person, held)));
    }
}
