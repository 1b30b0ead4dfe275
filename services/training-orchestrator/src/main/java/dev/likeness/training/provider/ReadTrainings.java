package dev.likeness.training.provider;

import dev.likeness.training.provider.Listing.Entry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads the provider's trainings back to a time, page by page. */
@Component
class ReadTrainings {

    private final ReplicateHttp http;
    private final ProviderProperties properties;
    private final TriedTrainer trainer = TriedTrainer.read();

    ReadTrainings(ReplicateHttp http, ProviderProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /**
     * @param trainings those that are not older
     * @param next address of the following page; empty on the last one
     * @param allOlder nothing that follows can be of interest
     */
    private record Page(List<JsonNode> trainings, Optional<String> next, boolean allOlder) {

        boolean isLast() {
            return allOlder || next.isEmpty();
        }
    }

    Mono<Listing> list(Instant backTo) {
        return pages(backTo).collectList().map(this::listing);
    }

    Flux<List<Standing>> standings(Instant backTo) {
        return pages(backTo).map(page -> page.trainings()
                .stream()
                .flatMap(training -> TrainingJson.standing(training).stream())
                .toList());
    }

    private Flux<Page> pages(Instant backTo) {
        Instant from = backTo.minus(properties.clockSkew());
        return Flux.defer(() -> {
            Set<String> seen = new HashSet<>();
            return http.list("/trainings")
                    .map(reply -> page(reply, from))
                    // A list that leads back to itself ends without being complete.
                    .expand(page -> page.isLast() || !seen.add(page.next().orElseThrow())
                            ? Mono.empty()
                            : http.page(page.next().orElseThrow()).map(reply -> page(reply, from)))
                    .take(properties.maxPages());
        });
    }

    private Listing listing(List<Page> pages) {
        List<JsonNode> trainings = pages.stream().flatMap(page -> page.trainings().stream()).toList();
        List<Entry> entries = trainings.stream().flatMap(training -> TrainingJson.entry(training).stream()).toList();
        return new Listing(entries, pages.getLast().isLast() && trainings.stream().allMatch(this::shown));
    }

    /**
     * Whether it can be told what it was trained on: by its images, or because another trainer has it.
     */
    private boolean shown(JsonNode training) {
        return TrainingJson.entry(training).flatMap(Entry::images).isPresent()
                || TrainingJson.text(training, "model").filter(model -> !model.equals(trainer.trainer())).isPresent();
    }

    /** Older ones between others do not end it: only a page of nothing else does. */
    private static Page page(Reply reply, Instant from) {
        JsonNode page = reply.orThrow("The list of trainings");
        if (!page.path("results").isArray()) {
            throw new TrainerUnavailable("a list without results");
        }
        List<JsonNode> all = StreamSupport.stream(page.path("results").spliterator(), false).toList();
        // Without a time it might be the one that is looked for.
        List<JsonNode> recent = all.stream()
                .filter(training -> TrainingJson.createdAt(training).map(at -> !at.isBefore(from)).orElse(true))
                .toList();
        return new Page(recent, TrainingJson.text(page, "next"), recent.isEmpty() && !all.isEmpty());
    }
}
