package dev.likeness.training.provider;

import dev.likeness.training.provider.Listing.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads the provider's trainings back to a time, page by page. */
@Component
class ReadTrainings {

    private final ReplicateHttp http;
    private final ProviderProperties properties;

    ReadTrainings(ReplicateHttp http, ProviderProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /**
     * @param next address of the following page; empty on the last one
     * @param allOlder nothing that follows can be of interest
     */
    private record Read(List<Entry> entries, Optional<String> next, boolean allOlder) {}

    Mono<Listing> list(Instant backTo) {
        Instant from = backTo.minus(properties.clockSkew());
        return http.get("/trainings")
                .map(reply -> read(reply, from))
                .expand(read -> read.allOlder()
                        ? Mono.empty()
                        : Mono.justOrEmpty(read.next()).flatMap(http::page).map(reply -> read(reply, from)))
                .take(properties.maxPages())
                .collectList()
                .map(ReadTrainings::listing);
    }

    private static Listing listing(List<Read> pages) {
        List<Entry> entries = pages.stream().flatMap(page -> page.entries().stream()).toList();
        Read last = pages.getLast();
        boolean readBack = last.allOlder() || last.next().isEmpty();
        return new Listing(entries, readBack && entries.stream().allMatch(entry -> entry.images().isPresent()));
    }

    private static Read read(Reply reply, Instant from) {
        JsonNode page = reply.orThrow("The list of trainings");
        if (!page.path("results").isArray()) {
            throw new TrainerUnavailable("a list without results");
        }
        List<Entry> entries = new ArrayList<>();
        boolean allOlder = false;
        for (JsonNode training : page.path("results")) {
            boolean older = TrainingJson.createdAt(training).map(at -> at.isBefore(from)).orElse(false);
            allOlder |= older;
            // Without a time it might be the one that is looked for.
            if (!older) {
                entries.add(TrainingJson.entry(training));
            }
        }
        return new Read(entries, TrainingJson.text(page, "next"), allOlder);
    }
}
