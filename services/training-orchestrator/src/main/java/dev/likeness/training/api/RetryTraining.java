package dev.likeness.training.api;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.UserId;
import dev.likeness.training.Moves;
import dev.likeness.training.Retried;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Retry;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries a training again that ended without a model, with the same photos. */
@Component
class RetryTraining {

    private final Moves moves;
    private final EstimateTraining estimateTraining;
    private final Epochs epochs;
    private final Transactions transactions;

    RetryTraining(Moves moves, EstimateTraining estimateTraining, Epochs epochs, Transactions transactions) {
        this.moves = moves;
        this.estimateTraining = estimateTraining;
        this.epochs = epochs;
        this.transactions = transactions;
    }

    /**
     * The other training; fails with a 404 or 409 problem where there is nothing to try again, 429 over
     * a cap.
     */
    Mono<TrainingId> handle(UserId userId, TrainingId id) {
        return transactions.run(() -> epochs.current(userId)
                .flatMap(person -> moves.retry(person, id))
                .defaultIfEmpty(new Retried.Refused(Retry.Why.UNKNOWN)))
                .flatMap(retried -> switch (retried) {
                    case Retried.Taken(Training.Ended ended) when overTheCap(ended) ->
                        estimateTraining.handle(userId, ended.plan().recipe())
                                .flatMap(estimate -> Mono.error(problem(ended.id(), estimate)));
                    case Retried.Taken(var training) -> Mono.just(training.id());
                    case Retried.Refused(var why) -> Mono.error(problem(id, why));
                });
    }

    private static boolean overTheCap(Training.Ended ended) {
        return ended.outcome() instanceof Outcome.Failed(FailureReason reason) && reason == FailureReason.SPEND_CAP;
    }

    private static ProblemException problem(TrainingId another, EstimateView estimate) {
        long needed = estimate.cost().high();
        long left = estimate.leftTodayMicros() == null ? 0 : estimate.leftTodayMicros();
        ProblemException problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "training", "spend-cap",
                "Nothing left to spend today",
                String.format(Locale.ROOT,
                        "A training may take up to $%.2f, and of what may be spent on yours today $%.2f is left, or nothing of what may be spent on all. Nothing was charged; please try again tomorrow (UTC).",
                        needed / 1e6, left / 1e6))
                .with("trainingId", another.toString())
                .with("neededMicros", needed)
                .with("leftTodayMicros", left);
        return estimate.opensAt() == null || estimate.opensInSeconds() == null
                ? problem
                : problem.with("opensAt", estimate.opensAt().toString())
                        .with(Problem.RETRY_AFTER, estimate.opensInSeconds());
    }

    private static ProblemException problem(TrainingId id, Retry.Why why) {
        return switch (why) {
            case UNKNOWN -> TrainingController.unknown(id);
            case NOT_ENDED -> conflict("not-ended", "Not ended",
                    "This training has not ended, so there is nothing to try again. Wait for it, or cancel it first.");
            case HAS_A_MODEL -> conflict("has-a-model", "Has a model",
                    "This training has given a model, so there is nothing to try again. Upload another set for another model.");
            case NOT_RETRYABLE -> conflict("not-retryable", "Would fail again",
                    "The same photos would fail for the same reason, which the training tells. Upload another set.");
            case ANOTHER_RUNNING -> conflict("another-running", "Another one is running",
                    "Another training of yours is still running. Wait for it to end, or cancel it first.");
        };
    }

    private static ProblemException conflict(String slug, String title, String detail) {
        return Problems.of(HttpStatus.CONFLICT, "training", slug, title, detail);
    }
}
