package dev.likeness.training.run;

import static dev.likeness.training.run.Decision.become;

import dev.likeness.training.run.Effect.AnnounceProgress;
import dev.likeness.training.run.Effect.AnnounceStart;
import dev.likeness.training.run.Effect.CancelAtProvider;
import dev.likeness.training.run.Effect.Poll;
import dev.likeness.training.run.Input.Cancel;
import dev.likeness.training.run.Input.Deadline;
import dev.likeness.training.run.Input.Observed;
import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Committed;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a training that the provider has accepted: its word is the truth, and it only moves
 * forward.
 */
final class ProviderRules {

    private final Terms terms;

    ProviderRules(Terms terms) {
        this.terms = terms;
    }

    static Decision accepted(Committed committed, String providerId, Instant now) {
        var submitted = new Submitted(committed.plan(), committed.ready(), providerId, now, committed.stop());
        var start = new AnnounceStart(providerId);
        var poll = new Poll(committed.attempt());
        return committed.stop().isPresent()
                ? become(submitted, start, poll, new CancelAtProvider(providerId))
                : become(submitted, start, poll);
    }

    Decision decide(AtProvider training, Input input, Instant now) {
        return switch (input) {
            case Observed(var providerId, var what) when providerId.equals(training.providerId()) ->
                observed(training, what, now);
            case Cancel() -> stop(training, Stop.CANCELED);
            case Deadline() -> deadline(training, now);
            default -> TrainingRules.late(training, Optional.of(training.providerId()), input);
        };
    }

    private Decision observed(AtProvider training, Observation what, Instant now) {
        return switch (what) {
            case Observation.Starting(),Observation.Unrecognized() -> become(training);
            case Observation.Processing(var steps) -> processing(training, steps, now);
            case Observation.Succeeded(var model, var trained) ->
                Ending.of(training, new Outcome.Succeeded(model, trained, terms.cost(trained)), now);
            case Observation.Failed(var reason) -> endedWithout(training, new Outcome.Failed(reason), now);
            case Observation.Canceled() -> endedWithout(training, new Outcome.Canceled(), now);
            case Observation.Aborted(),Observation.Gone() ->
                endedWithout(training, new Outcome.Failed(FailureReason.PROVIDER_FAILED), now);
        };
    }

    /**
     * Whoever asked for the end gets it, in whatever words the provider says that there is no model.
     */
    private static Decision endedWithout(AtProvider training, Outcome outcome, Instant now) {
        return Ending.of(training, training.stop().map(Stop::outcome).orElse(outcome), now);
    }

    private Decision processing(AtProvider training, Steps steps, Instant now) {
        Progress progress = switch (training) {
            case Submitted _ -> Progress.begun(steps, now);
            case Running running -> running.progress().seen(steps, now);
        };
        boolean tell = progress.worthTelling(now, terms.announceEvery());
        var next = new Running(training.plan(), training.ready(), training.providerId(),
                tell ? progress.told(now) : progress, training.stop());
        return new Decision(next,
                tell ? List.of(new AnnounceProgress(progress.steps(), progress.estimatedEnd())) : List.of());
    }

    private Decision deadline(AtProvider training, Instant now) {
        Instant deadline = training.plan().deadline();
        if (training.stop().isPresent() && !now.isBefore(deadline.plus(terms.patience()))) {
            return Ending.stopped(training, training.stop().get(), now);
        }
        return now.isBefore(deadline) ? become(training) : stop(training, Stop.TIMED_OUT);
    }

    private static Decision stop(AtProvider training, Stop stop) {
        if (training.stop().isPresent()) {
            return become(training);
        }
        Optional<Stop> asked = Optional.of(stop);
        AtProvider next = switch (training) {
            case Submitted(var plan, var ready, var providerId, var acceptedAt, _) ->
                new Submitted(plan, ready, providerId, acceptedAt, asked);
            case Running(var plan, var ready, var providerId, var progress, _) ->
                new Running(plan, ready, providerId, progress, asked);
        };
        return become(next, new CancelAtProvider(training.providerId()));
    }
}
