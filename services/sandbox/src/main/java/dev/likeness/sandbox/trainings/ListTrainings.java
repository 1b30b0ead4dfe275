package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.behaviour.Fault;
import dev.likeness.sandbox.behaviour.FaultKind;
import dev.likeness.sandbox.behaviour.Operation;
import dev.likeness.sandbox.behaviour.StruckFaults;
import dev.likeness.sandbox.http.Pages;
import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** The list of trainings, newest first, with what a fault makes of it. */
@Component
class ListTrainings {

    private final Trainings trainings;
    private final TrainingViews views;
    private final Pages pages;
    private final PublicUrls urls;
    private final StruckFaults struck;
    private final Clock clock;

    ListTrainings(Trainings trainings, TrainingViews views, Pages pages, PublicUrls urls, StruckFaults struck,
            Clock clock) {
        this.trainings = trainings;
        this.views = views;
        this.pages = pages;
        this.urls = urls;
        this.struck = struck;
        this.clock = clock;
    }

    Map<String, Object> handle(ServerHttpRequest http, @Nullable Fault fault) {
        String base = urls.base(http);
        List<Training> all = trainings.all().reversed();
        boolean bare = fault != null && fault.kind() == FaultKind.WITHOUT_INPUT && !all.isEmpty();
        List<Training> shown = fault != null && fault.kind() == FaultKind.LAGGING
                ? olderThan(clock.instant().minus(fault.delay()), all)
                : all;
        if (fault != null && (bare || shown.size() < all.size())) {
            struck.add(Operation.LIST_TRAININGS, fault.kind());
        }
        return pages.page(shown, training -> training.accepted().order(),
                training -> views.listed(training, bare, base), http);
    }

    private static List<Training> olderThan(Instant time, List<Training> all) {
        return all.stream().filter(training -> !training.accepted().at().isAfter(time)).toList();
    }
}
