package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.deleting.DeletePortrait;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.gallery.saving.CopyIncomplete;
import dev.likeness.gallery.saving.SavePortrait;
import dev.likeness.gallery.saving.SavePortrait.Result;
import dev.likeness.objects.StoreUnavailable;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/gallery")
class GalleryController {

    private final Portraits portraits;
    private final SavePortrait savePortrait;
    private final DeletePortrait deletePortrait;
    private final Clock clock;

    GalleryController(Portraits portraits, SavePortrait savePortrait, DeletePortrait deletePortrait, Clock clock) {
        this.portraits = portraits;
        this.savePortrait = savePortrait;
        this.deletePortrait = deletePortrait;
        this.clock = clock;
    }

    /** Saved portraits, or previews that can still be saved, or both; the newest first. */
    @GetMapping
    Mono<Page<PortraitView>> list(Caller caller, @RequestParam @Nullable String state,
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        PageLimit pageLimit = PageLimit.of(limit);
        var wanted = new Portraits.Wanted(kind(state), Cursor.parse(cursor), pageLimit.rowsToRead(), clock.instant());
        return portraits.list(caller.userId(), wanted)
                .map(rows -> Page.of(rows, pageLimit, Portraits::cursor, PortraitView::of));
    }

    @GetMapping("/{id}")
    Mono<PortraitView> portrait(Caller caller, @PathVariable String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> portraits.find(caller.userId(), portraitId))
                .ofType(Portrait.Present.class)
                .map(PortraitView::of)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait));
    }

    /** Answers when the portrait's own copy is in the gallery; again and again with the same. */
    @PostMapping("/{id}/save")
    Mono<PortraitView> save(Caller caller, @PathVariable String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> savePortrait.handle(caller.userId(), portraitId))
                .defaultIfEmpty(new Result.NotThere())
                .flatMap(GalleryController::answer)
                .onErrorMap(CopyIncomplete.class, _ -> GalleryProblems.copyIncomplete())
                .onErrorMap(StoreUnavailable.class, _ -> GalleryProblems.storeUnavailable());
    }

    /** Answers the same to a second deletion of the same portrait. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Caller caller, @PathVariable String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> deletePortrait.handle(caller.userId(), portraitId))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait))
                .then();
    }

    private static Mono<PortraitView> answer(Result result) {
        return switch (result) {
            case Result.Kept(var portrait) -> Mono.just(PortraitView.of(portrait));
            case Result.TooLate() -> Mono.error(GalleryProblems.expired());
            case Result.NotThere() -> Mono.error(GalleryProblems.unknownPortrait());
        };
    }

    private static Optional<Portraits.Kind> kind(@Nullable String state) {
        return switch (state) {
            case null -> Optional.empty();
            case "preview" -> Optional.of(Portraits.Kind.PREVIEW);
            case "saved" -> Optional.of(Portraits.Kind.SAVED);
            default -> throw GalleryProblems.unknownState();
        };
    }
}
