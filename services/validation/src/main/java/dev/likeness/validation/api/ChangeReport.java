package dev.likeness.validation.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Uninterrupted;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.validation.ReportMoves;
import dev.likeness.validation.Reports;
import dev.likeness.validation.report.Decision;
import dev.likeness.validation.report.Input;
import dev.likeness.validation.report.Refusal;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a person does to their report: one move, and the report as it is then, or why not. */
@Component
class ChangeReport {

    private final ReportMoves moves;
    private final Reports reports;
    private final Epochs epochs;
    private final Transactions transactions;

    ChangeReport(ReportMoves moves, Reports reports, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.reports = reports;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    Mono<Report> handle(Caller caller, UploadId id, Input input) {
        return answer(caller, id, person -> move(person, id, input));
    }

    Mono<Report> startTraining(Caller caller, UploadId id, TrainingId training) {
        return answer(caller, id, person -> move(person, id, new Input.TrainingAsked(training))
                .delayUntil(_ -> checkThatItIsOurs(person, id)));
    }

    /** Another set may have the epoch's training. An error, so that what is refused leaves no trace. */
    private Mono<Void> checkThatItIsOurs(Person person, UploadId id) {
        return reports.find(person.userId(), id)
                .filter(report -> report instanceof Report.Accepted(var content, _)
                        && content.training() instanceof Training.Taken)
                .flatMap(_ -> Mono.error(ReportProblems.of(new Refusal.TrainingExists(Optional.empty()))));
    }

    private Mono<Report> answer(Caller caller, UploadId id, Function<Person, Mono<Decision>> move) {
        return Uninterrupted.of(epochs.current(caller.userId())
                .flatMap(person -> transactions.run(() -> move.apply(person)))
                .filter(decision -> !unknown(decision))
                .flatMap(decision -> decision.refusal().isPresent()
                        ? Mono.error(ReportProblems.of(decision.refusal().get()))
                        : reports.find(caller.userId(), id)))
                .switchIfEmpty(Mono.error(ReportProblems::unknownUpload));
    }

    /** Empty where the epoch has just ended. */
    private Mono<Decision> move(Person person, UploadId id, Input input) {
        return epochs.admit(person).filter(current -> current).flatMap(_ -> moves.move(person, id, input));
    }

    private static boolean unknown(Decision decision) {
        return decision.refusal().equals(Optional.of(new Refusal.UnknownUpload()));
    }
}
