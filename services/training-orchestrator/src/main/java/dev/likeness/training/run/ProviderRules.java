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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a training that the provider has accepted: its word is the truth, and it only moves
 * forward.
 */
final class ProviderRules {

    private static final Outcome BROKEN_OFF = new Outcome.Failed(FailureReason.PROVIDER_FAILED);

    private final Terms terms;

    ProviderRules(Terms terms) {
        this.terms = terms;
    }

    static Decision accepted(Committed committed, String providerId, Instant now) {
        var submitted = new Submitted(committed.plan(), committed.ready(), providerId, now, Stillness.begun(now),
                committed.stop());
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
            case Observation.Starting(),Observation.Unrecognized() -> still(training, now);
            case Observation.Processing(var steps) -> processing(training, steps, now);
            case Observation.Succeeded(var model, var trained) ->
                Ending.charged(training, new Outcome.Succeeded(model, trained, terms.cost(trained)),
                        terms.cost(trained), now);
            case Observation.Failed(var reason, var trained) ->
                endedWithout(training, new Outcome.Failed(reason), cost(training, trained, now), now);
            case Observation.Canceled(var trained) ->
                endedWithout(training, new Outcome.Canceled(), cost(training, trained, now), now);
            case Observation.Aborted() -> endedWithout(training, BROKEN_OFF, 0, now);
            case Observation.Gone() ->
                endedWithout(training, BROKEN_OFF, cost(training, Optional.empty(), now), now);
        };
    }

    /**
     * Whoever asked for the end gets it, in whatever words the provider says that there is no model.
     */
    private static Decision endedWithout(AtProvider training, Outcome outcome, long micros, Instant now) {
        return Ending.charged(training, training.stop().map(Stop::outcome).orElse(outcome), micros, now);
    }

    /**
     * As the provider says, or at most the time since it was accepted, and what was set aside for it.
     */
    private long cost(AtProvider training, Optional<Duration> trained, Instant now) {
        Instant since = switch (training) {
            case Submitted submitted -> submitted.acceptedAt();
            case Running running -> running.progress().since();
        };
        return trained.map(terms::cost)
                .orElseGet(() -> Math.min(terms.cost(Duration.between(since, now)), training.plan().reserveMicros()));
    }

    /** Heard from, and nothing has moved. */
    private Decision still(AtProvider training, Instant now) {
        Stillness still = training.still().still(now, terms.stallAfter());
        AtProvider next = with(training, still, training.stop());
        return still.lasts(terms.stallAfter(), now) ? stop(next, Stop.STALLED) : become(next);
    }

    private Decision processing(AtProvider training, Steps steps, Instant now) {
        Progress progress = switch (training) {
            case Submitted _ -> Progress.begun(steps, now);
            case Running running -> running.progress().seen(steps, now);
        };
        boolean moved = !(training instanceof Running running) || !running.progress().equals(progress);
        boolean tell = progress.worthTelling(now, terms.announceEvery());
        var next = new Running(training.plan(), training.ready(), training.providerId(),
                tell ? progress.told(now) : progress, moved ? Stillness.begun(now) : training.still(),
                training.stop());
        return (moved ? become(next) : still(next, now))
                .and(tell ? List.of(new AnnounceProgress(progress.steps(), progress.estimatedEnd())) : List.of());
    }

    private Decision deadline(AtProvider training, Instant now) {
        Instant deadline = training.plan().deadline();
        if (training.stop().isPresent() && !now.isBefore(deadline.plus(terms.patience()))) {
            // Whether it still runs there nobody knows.
            return Ending.charged(training, training.stop().get().outcome(), training.plan().reserveMicros(), now);
        }
        return now.isBefore(deadline) ? become(training) : stop(training, Stop.TIMED_OUT);
    }

    private static Decision stop(AtProvider training, Stop stop) {
        if (training.stop().isPresent()) {
            return become(training);
        }
        return become(with(training, training.still(), Optional.of(stop)),
                new CancelAtProvider(training.providerId()));
    }

    private static AtProvider with(AtProvider training, Stillness still, Optional<Stop> stop) {
        return switch (training) {
            case Submitted(var plan, var ready, var providerId, var acceptedAt, _, _) ->
                new Submitted(plan, ready, providerId, acceptedAt, still, stop);
            case Running(var plan, var ready, var providerId, var progress, _, _) ->
                new Running(plan, ready, providerId, progress, still, stop);
        };
    }
}
