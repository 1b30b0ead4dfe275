package dev.likeness.validation;

import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.report.Decision;
import dev.likeness.validation.report.Decision.Effect.AnnounceVerdicts;
import dev.likeness.validation.report.Decision.Effect.CheckPhoto;
import dev.likeness.validation.report.Decision.Effect.Forget;
import dev.likeness.validation.report.Decision.Effect.Refuse;
import dev.likeness.validation.report.Decision.Effect.RequestTraining;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.ReportRules;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shell around the rules: lock, decide, save, announce, in the caller's transaction. */
@Component
public class ReportMoves {

    private final Reports reports;
    private final Work work;
    private final Outbox outbox;
    private final ReportEvents events;
    private final Limits limits;
    private final Clock clock;

    ReportMoves(Reports reports, Work work, Outbox outbox, ReportEvents events, Limits limits, Clock clock) {
        this.reports = reports;
        this.work = work;
        this.outbox = outbox;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /** Moves the report by what has happened. Call it inside a transaction. */
    public Mono<Decision> move(Person person, UploadId id, Input input) {
        return reports.lock(person, id).flatMap(report -> move(person, report, input));
    }

    /**
     * Frees the person's epoch for another training. Call it inside a transaction. Said again, or of
     * one that is not the latest, it changes nothing.
     */
    public Mono<Void> endTraining(Person person, TrainingId training) {
        return reports.releaseTraining(person, training)
                .flatMap(upload -> move(person, upload, new Input.TrainingEnded(training)))
                .then();
    }

    private Mono<Decision> move(Person person, Report report, Input input) {
        Decision decision = ReportRules.decide(report, input, limits, clock.instant());
        return reports.save(person, report, decision.next())
                .thenMany(Flux.fromIterable(decision.effects()))
                .concatMap(effect -> carryOut(person, decision.next(), effect))
                .then(Mono.just(decision));
    }

    private Mono<Void> carryOut(Person person, Report report, Decision.Effect effect) {
        return switch (effect) {
            case CheckPhoto(var photo, int revision) -> work.enqueue(
                    new Work.Item(PhotoJob.KIND, new PhotoJob(report.id(), photo, revision).key(), person));
            case Forget(var photo) -> work.enqueue(
                    new Work.Item(PreparedCopy.REMOVE, photo.preparedKey(), person));
            case AnnounceVerdicts() when report instanceof Report.Decided decided -> outbox.append(
                    events.imagesValidated(person, decided));
            case AnnounceVerdicts() -> Mono.error(new IllegalStateException("No verdict on " + report.id()));
            case RequestTraining(var training) -> requestTraining(person, report, training);
            case Refuse _ -> Mono.empty();
        };
    }

    private Mono<Void> requestTraining(Person person, Report report, TrainingId training) {
        return reports.claimTraining(person, report.id(), training)
                .flatMap(free -> free
                        ? outbox.append(events.trainingRequested(person, report, training))
                        : move(person, report, new Input.TrainingTaken()).then());
    }
}
