package dev.likeness.generation.concepts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.Problems;
import dev.likeness.generation.prompt.Concept;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ConceptController {

    private final Catalogue catalogue;

    ConceptController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A concept of the catalogue.
     *
     * @param conceptId without a variation: a request with it gets one by its seed
     * @param concept one of its variations
     * @param variations how many there are
     */
    record ConceptView(String conceptId, Theme theme, String title, String summary, PartsView concept,
            int variations) {

        static ConceptView of(Template template) {
            return new ConceptView(template.id(), template.theme(), template.title(), template.summary(),
                    PartsView.of(template.variation(0).concept()), template.variations());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartsView(@Nullable String setting, @Nullable String light, @Nullable String clothes,
            @Nullable String framing, @Nullable String mood, @Nullable String style) {

        static PartsView of(Concept concept) {
            return new PartsView(concept.setting().orElse(null), concept.light().orElse(null),
                    concept.clothes().orElse(null), concept.framing().orElse(null), concept.mood().orElse(null),
                    concept.style().orElse(null));
        }
    }

    private record Numbered(int number, Template template) {}

    /** The catalogue, in its own order. */
    @GetMapping("/v1/concepts")
    Page<ConceptView> concepts(@RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageLimit size = PageLimit.of(limit);
        Optional<Theme> wanted = Optional.ofNullable(theme).map(ConceptController::theme);
        long after = Cursor.parse(cursor).map(at -> at.number(0)).orElse(-1L);
        List<Template> all = catalogue.all();
        List<Numbered> rows = IntStream.range(0, all.size())
                .filter(number -> number > after)
                .mapToObj(number -> new Numbered(number, all.get(number)))
                .filter(row -> wanted.isEmpty() || row.template().theme() == wanted.get())
                .limit(size.rowsToRead())
                .toList();
        return Page.of(rows, size, row -> Cursor.of(row.number()), row -> ConceptView.of(row.template()));
    }

    private static Theme theme(String text) {
        return Theme.of(text)
                .orElseThrow(() -> Problems.of(HttpStatus.BAD_REQUEST, "generation", "unknown-theme",
                        "Unknown theme", "theme must be one of " + Arrays.stream(Theme.values())
                                .map(Theme::text)
                                .collect(Collectors.joining(", "))
                                + "."));
    }
}
