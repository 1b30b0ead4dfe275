package dev.likeness.gallery.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/gallery")
class GalleryController {

    private final Portraits portraits;
    private final Clock clock;

    GalleryController(Portraits portraits, Clock clock) {
        this.portraits = portraits;
        this.clock = clock;
    }

    @Operation(summary = "Your portraits, page by page: previews that can still be saved, saved ones, or the trash")
    @GetMapping
    Mono<Page<PortraitView>> list(Caller caller, @ParameterObject GalleryQuery query,
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        PageLimit pageLimit = PageLimit.of(limit);
        var wanted = new Portraits.Wanted(query.filter(), query.order(), Cursor.parse(cursor),
                pageLimit.rowsToRead(), clock.instant());
        return portraits.list(caller.userId(), wanted)
                .map(rows -> Page.of(rows, pageLimit, wanted.sort()::cursor, PortraitView::of));
    }

    @Operation(summary = "One portrait, also one in the trash, with how it was made")
    @GetMapping("/{id}")
    Mono<PortraitView> portrait(Caller caller, @PathVariable String id) {
        return Mono.justOrEmpty(PortraitId.parse(id))
                .flatMap(portraitId -> portraits.find(caller.userId(), portraitId))
                .ofType(Portrait.Kept.class)
                .map(PortraitView::of)
                .switchIfEmpty(Mono.error(GalleryProblems::unknownPortrait));
    }
}
