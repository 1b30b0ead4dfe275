package dev.likeness.generation.models;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.generation.Model;
import dev.likeness.generation.Models;
import dev.likeness.generation.models.R2dbcModels.Place;
import dev.likeness.messaging.Epochs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ModelController {

    private final R2dbcModels stored;
    private final Models models;
    private final Epochs epochs;

    ModelController(R2dbcModels stored, Models models, Epochs epochs) {
        this.stored = stored;
        this.models = models;
        this.epochs = epochs;
    }

    /** The person's trained models, newest first. */
    @GetMapping("/v1/models")
    Mono<Page<ModelView>> models(Caller caller, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageLimit size = PageLimit.of(limit);
        Optional<Place> after = Cursor.parse(cursor).map(at -> new Place(at.instant(0), at.text(1)));
        Mono<Optional<String>> current = epochs.current(caller.userId())
                .flatMap(models::current)
                .map(model -> Optional.of(model.trainingId()))
                .defaultIfEmpty(Optional.empty());
        return current.flatMap(id -> stored.newest(caller.userId(), after, size.rowsToRead())
                .map(rows -> Page.of(rows, size, ModelController::place,
                        model -> ModelView.of(model, id.equals(Optional.of(model.trainingId()))))));
    }

    private static Cursor place(Model model) {
        return Cursor.of(model.completedAt(), model.trainingId());
    }
}
