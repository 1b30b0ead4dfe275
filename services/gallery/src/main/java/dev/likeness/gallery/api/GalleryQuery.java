package dev.likeness.gallery.api;

import dev.likeness.gallery.Portraits.Filter;
import dev.likeness.gallery.Portraits.Kind;
import dev.likeness.gallery.Portraits.Sort;
import dev.likeness.gallery.portrait.Likeness;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the gallery is asked for.
 *
 * @param state preview, saved or trash; previews and saved ones where absent
 * @param band any of these, such as ALIKE
 * @param sort newest or likeness
 * @param heldBack hide or show: what became of previews that are not alike enough
 */
record GalleryQuery(@Nullable String state, @Nullable Boolean favourite, @Nullable List<String> band,
        @Nullable String sort, @Parameter(description = "hide or show") @Nullable String heldBack) {

    Filter filter() {
        return new Filter(kind(), Optional.ofNullable(favourite), bands(), showsHeldBack());
    }

    Sort order() {
        return switch (sort) {
            case null -> Sort.NEWEST;
            case "newest" -> Sort.NEWEST;
            case "likeness" -> Sort.LIKENESS;
            default -> throw GalleryProblems.unknownSort();
        };
    }

    private Optional<Kind> kind() {
        return switch (state) {
            case null -> Optional.empty();
            case "preview" -> Optional.of(Kind.PREVIEW);
            case "saved" -> Optional.of(Kind.SAVED);
            case "trash" -> Optional.of(Kind.TRASH);
            default -> throw GalleryProblems.unknownState();
        };
    }

    private Set<Likeness.Band> bands() {
        return (band == null ? List.<String>of() : band).stream()
                .map(name -> Likeness.Band.parse(name).orElseThrow(GalleryProblems::unknownBand))
                .collect(Collectors.toSet());
    }

    private boolean showsHeldBack() {
        return switch (heldBack) {
            case null -> false;
            case "hide" -> false;
            case "show" -> true;
            default -> throw GalleryProblems.unknownHeldBack();
        };
    }
}
