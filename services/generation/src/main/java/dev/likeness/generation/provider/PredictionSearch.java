package dev.likeness.generation.provider;

import dev.likeness.generation.provider.Painter.Listing;
import dev.likeness.generation.provider.Painter.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Looks for an attempt's prediction in the provider's list, newest first, page by page until the
 * entries are older than the attempt.
 */
final class PredictionSearch {

    /** The provider's clock may be behind ours by this much. */
    static final Duration SKEW = Duration.ofMinutes(2);
    private static final int MOST_PAGES = 30;
    private static final String LIST = "/predictions";

    private final Function<String, Mono<JsonNode>> get;

    /** @param get reads below the provider's base address */
    PredictionSearch(Function<String, Mono<JsonNode>> get) {
        this.get = get;
    }

    /** @param next the following page, if there is one and it may be asked for */
    private record Step(JsonNode page, int number, Optional<String> next) {}

    Mono<Listing> run(Marker marker) {
        Instant from = marker.notBefore().minus(SKEW);
        return step(LIST, 1)
                .expand(step -> step.next().isEmpty() || reachedBack(step.page(), from)
                        ? Mono.empty()
                        : step(step.next().get(), step.number() + 1))
                .collectList()
                .flatMap(steps -> judge(marker, from, steps));
    }

    private Mono<Step> step(String pathAndQuery, int number) {
        return get.apply(pathAndQuery)
                .map(page -> new Step(page, number,
                        number < MOST_PAGES ? following(page.path("next").asString("")) : Optional.empty()));
    }

    private Mono<Listing> judge(Marker marker, Instant from, List<Step> steps) {
        List<JsonNode> candidates = steps.stream()
                .flatMap(step -> step.page().path("results").values().stream())
                .filter(entry -> !PredictionJson.createdAt(entry).isBefore(from))
                .filter(entry -> PredictionJson.isVersion(marker, entry)
                        || entry.path("version").asString("").length() < 64)
                .toList();
        Step last = steps.getLast();
        boolean toTheEnd = reachedBack(last.page(), from) || last.page().path("next").asString("").isEmpty();
        return Flux.fromIterable(candidates).concatMap(this::whole).collectList().map(entries -> {
            boolean readable = entries.stream().allMatch(PredictionJson::isReadable);
            List<String> matches = entries.stream()
                    .filter(entry -> PredictionJson.bears(marker, entry))
                    .flatMap(entry -> PredictionJson.id(entry).stream())
                    .toList();
            return new Listing(matches.reversed(), toTheEnd && readable);
        });
    }

    // A list's entries need not show their input.
    private Mono<JsonNode> whole(JsonNode entry) {
        Optional<String> id = PredictionJson.id(entry);
        return PredictionJson.isReadable(entry) || id.isEmpty()
                ? Mono.just(entry)
                : get.apply(LIST + "/" + id.get()).onErrorReturn(ReplicatePainter.NotThere.class, entry);
    }

    private static boolean reachedBack(JsonNode page, Instant from) {
        return page.path("results")
                .values()
                .stream()
                .anyMatch(entry -> PredictionJson.createdAt(entry).isBefore(from));
    }

    // Only the query is taken over: the token goes to the configured address, wherever the list says it continues.
    private static Optional<String> following(String next) {
        int query = next.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(LIST + next.substring(query));
    }
}
