package dev.likeness.validation.api;

import dev.likeness.access.SseEvents;
import dev.likeness.person.UserId;
import dev.likeness.validation.Reports;
import dev.likeness.validation.Reports.Told;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.UploadId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verdicts as a stream tells them: {@code photo} for each photo, {@code set} at the end. */
@Component
class ToldVerdicts {

    private final Reports reports;

    ToldVerdicts(Reports reports) {
        this.reports = reports;
    }

    /** What was told after the number, as it is now. */
    Flux<SseEvents.Event> since(UserId userId, UploadId id, long after) {
        // The numbers first: what is read afterwards is at least as new as they are.
        return reports.told(userId, id, after)
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMapMany(told -> reports.find(userId, id).flatMapMany(report -> events(report, told)));
    }

    private static Flux<SseEvents.Event> events(Report report, List<Told> told) {
        return Flux.fromIterable(told)
                .concatMap(one -> Mono.justOrEmpty(one.photo().isPresent()
                        ? one.photo()
                                .flatMap(report::photo)
                                .map(photo -> new SseEvents.Event(one.number(), "photo",
                                        ReportView.photo(report, photo),
                                        false))
                        : set(report, one)));
    }

    private static Optional<SseEvents.Event> set(Report report, Told told) {
        return report instanceof Report.Decided
                ? Optional.of(
                        new SseEvents.Event(told.number(), "set", ReportView.withoutPhotos(report), true))
                : Optional.empty();
    }
}
