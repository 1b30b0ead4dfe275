package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.gallery.deleting.DeletePortrait;
import dev.likeness.gallery.favourites.FavourPortrait;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.gallery.saving.CopyIncomplete;
import dev.likeness.gallery.saving.SavePortrait;
import dev.likeness.gallery.saving.SavePortrait.Result;
import dev.likeness.objects.StoreUnavailable;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a person does with one portrait; each of it may be done again and is answered the same. */
@RestController
@RequestMapping("/v1/gallery/{id}")
class PortraitController {

    private final SavePortrait savePortrait;
    private final FavourPortrait favourPortrait;
    private final DeletePortrait deletePortrait;

    PortraitController(SavePortrait savePortrait, FavourPortrait favourPortrait, DeletePortrait deletePortrait) {
        this.savePortrait = savePortrait;
        this.favourPortrait = favourPortrait;
        this.deletePortrait = deletePortrait;
    }

    @Operation(summary = "Keep a preview; answers when its copy is in the gallery")
    @PostMapping("/save")
    Mono<PortraitView> save(Caller caller, @PathVariable String id) {
        return parsed(id).flatMap(portraitId -> savePortrait.handle(caller.userId(), portraitId))
                .flatMap(PortraitController::answer)
                .onErrorMap(CopyIncomplete.class, _ -> GalleryProblems.copyIncomplete())
                .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
    }

    @Operation(summary = "Mark as a favourite; a preview must still be saved to stay")
    @PutMapping("/favourite")
    Mono<PortraitView> favour(Caller caller, @PathVariable String id) {
        return favour(caller, id, true);
    }

    @Operation(summary = "No longer a favourite")
    @DeleteMapping("/favourite")
    Mono<PortraitView> forget(Caller caller, @PathVariable String id) {
        return favour(caller, id, false);
    }

    private Mono<PortraitView> favour(Caller caller, String id, boolean favourite) {
        return parsed(id).flatMap(portraitId -> favourPortrait.handle(caller.userId(), portraitId, favourite))
                .map(portrait -> switch (portrait) {
                    case Portrait.Present present -> PortraitView.of(present);
                    case Portrait.Trashed _ -> throw GalleryProblems.inTrash();
                    case Portrait.Unknown _,Portrait.Deleted _ -> throw GalleryProblems.unknownPortrait();
                });
    }

    @Operation(summary = "Into the trash, where it can be had back for 30 days; forever=true: at once and for good")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable String id, @RequestParam(defaultValue = "false") boolean forever) {
        return parsed(id).flatMap(portraitId -> forever
                ? deletePortrait.forever(caller.userId(), portraitId)
                : deletePortrait.intoTrash(caller.userId(), portraitId))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait))
                .then();
    }

    @Operation(summary = "Out of the trash again, as it was")
    @PostMapping("/restore")
    Mono<PortraitView> restore(Caller caller, @PathVariable String id) {
        return parsed(id).flatMap(portraitId -> deletePortrait.restore(caller.userId(), portraitId))
                .map(portrait -> switch (portrait) {
                    case Portrait.Present present -> PortraitView.of(present);
                    case Portrait.Trashed _,Portrait.Deleted _ -> throw GalleryProblems.gone();
                    case Portrait.Unknown _ -> throw GalleryProblems.unknownPortrait();
                });
    }

    private static Mono<PortraitId> parsed(String id) {
        return Mono.justOrEmpty(PortraitId.parse(id)).switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait));
    }

    private static Mono<PortraitView> answer(Result result) {
        return switch (result) {
            case Result.Kept(var portrait) -> Mono.just(PortraitView.of(portrait));
            case Result.TooLate() -> Mono.error(GalleryProblems.expired());
            case Result.InTrash() -> Mono.error(GalleryProblems.inTrash());
            case Result.NotThere() -> Mono.error(GalleryProblems.unknownPortrait());
        };
    }
}
