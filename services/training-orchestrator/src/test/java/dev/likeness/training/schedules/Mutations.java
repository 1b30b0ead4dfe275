package dev.likeness.training.schedules;

import dev.likeness.training.run.Decision;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Stillness;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Intended;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import dev.likeness.training.run.Training.Unknown;
import dev.likeness.training.run.TrainingFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The real rules, each time with one of them broken. */
final class Mutations {

    private Mutations() {}

    static Rules callAgainAfterALostAnswer(Rules real) {
        return (training, input, now) -> training instanceof Intended calling
                && input instanceof Input.AnswerLost(var attempt)
                        ? real.decide(training, new Input.NotAccepted(attempt, calling.calls()), now)
                        : real.decide(training, input, now);
    }

    static Rules voidWithoutDeletingTheZip(Rules real) {
        return (training, input, now) -> real.decide(
                training instanceof Unknown(var plan, var ready, var at, _, var stop)
                        && input instanceof Input.NotListed listing
                                ? new Unknown(plan, ready, at, Optional.of(longBefore(listing.listedAt())), stop)
                                : training,
                input, now);
    }

    static Rules voidWithoutGrace(Rules real) {
        return (training, input, now) -> real.decide(training,
                input instanceof Input.NotListed(var attempt, var at, var complete)
                        ? new Input.NotListed(attempt, at.plus(TrainingFixtures.TERMS.grace()), complete)
                        : input,
                now);
    }

    static Rules voidByAnIncompleteList(Rules real) {
        return (training, input, now) -> real.decide(training,
                input instanceof Input.NotListed(var attempt, var at, _)
                        ? new Input.NotListed(attempt, at, true)
                        : input,
                now);
    }

    static Rules releaseWhatIsUnsettled(Rules real) {
        return (training, input, now) -> {
            Decision decision = real.decide(training, input, now);
            boolean unsettled = !(training instanceof Ended) && decision.next() instanceof Ended ended
                    && ended.settlement() instanceof Settlement.Open;
            return unsettled ? with(decision, release(decision.next())) : decision;
        };
    }

    static Rules moveBack(Rules real) {
        return (training, input, now) -> training instanceof Running(var plan, var ready, var id, _, _, var stop)
                && input instanceof Input.Observed(_, Observation.Starting _)
                        ? new Decision(new Submitted(plan, ready, id, now, new Stillness(now, now), stop), List.of())
                        : real.decide(training, input, now);
    }

    static Rules stepsMoveBack(Rules real) {
        return (training, input,
                now) -> training instanceof Running(var plan, var ready, var id, var known, var still, var stop)
                        && input instanceof Input.Observed(_, Observation.Processing(var steps))
                                ? new Decision(new Running(plan, ready, id,
                                        new Progress(steps, known.since(), now, known.announced(), known.announcedAt()),
                                        still,
                                        stop), List.of())
                                : real.decide(training, input, now);
    }

    static Rules leaveTheEnd(Rules real) {
        return (training, input, now) -> training instanceof Ended ended && input instanceof Input.Cancel
                ? new Decision(new Training.Requested(ended.plan(), ended.attempt()), List.of())
                : real.decide(training, input, now);
    }

    static Rules changeTheOutcome(Rules real) {
        return (training, input, now) -> training instanceof Ended ended && input instanceof Input.Cancel
                ? new Decision(new Ended(ended.plan(), ended.attempt(), ended.providerId(), new Outcome.Canceled(),
                        ended.at(), ended.settlement()), List.of())
                : real.decide(training, input, now);
    }

    static Rules announceTheEndTwice(Rules real) {
        return (training, input, now) -> training instanceof Ended ended && input instanceof Input.Observed
                ? with(real.decide(training, input, now), new Effect.AnnounceEnd(ended.outcome()))
                : real.decide(training, input, now);
    }

    static Rules announceTheStartTwice(Rules real) {
        return (training, input, now) -> training instanceof Training.AtProvider
                && input instanceof Input.Accepted(_, var id)
                        ? with(real.decide(training, input, now), new Effect.AnnounceStart(id))
                        : real.decide(training, input, now);
    }

    static Rules leaveLateAcceptances(Rules real) {
        return (training, input, now) -> training instanceof Ended && input instanceof Input.Accepted
                ? without(real.decide(training, input, now), Effect.CancelAtProvider.class::isInstance)
                : real.decide(training, input, now);
    }

    /** And nobody waits for it, as happens where a stop counts as an end. */
    static Rules sendNoStop(Rules real) {
        return (training, input, now) -> training instanceof Training.AtProvider accepted
                && input instanceof Input.Cancel
                        ? new Decision(new Ended(accepted.plan(), accepted.attempt(),
                                Optional.of(accepted.providerId()), new Outcome.Canceled(), now),
                                List.of(new Effect.AnnounceEnd(new Outcome.Canceled()), new Effect.CleanUp(),
                                        release(accepted)))
                        : real.decide(training, input, now);
    }

    static Rules withoutPolls(Rules real) {
        return dropping(real, Effect.Poll.class::isInstance);
    }

    static Rules withoutSettling(Rules real) {
        return dropping(real, Effect.Settle.class::isInstance);
    }

    static Rules withoutCleaningUp(Rules real) {
        return dropping(real, Effect.CleanUp.class::isInstance);
    }

    static Rules withoutDeadline(Rules real) {
        return (training, input, now) -> input instanceof Input.Deadline
                ? new Decision(training, List.of())
                : real.decide(training, input, now);
    }

    static Rules releaseTwice(Rules real) {
        return (training, input, now) -> training instanceof Ended && input instanceof Input.NotListed
                ? with(real.decide(training, input, now), release(training))
                : real.decide(training, input, now);
    }

    static Rules releaseNothing(Rules real) {
        return dropping(real, effect -> effect instanceof Effect.Book(_, var entry, _) && entry == Entry.RELEASE);
    }

    static Rules consumeNothing(Rules real) {
        return dropping(real, effect -> effect instanceof Effect.Book(_, var entry, _) && entry == Entry.CONSUME);
    }

    static Rules reserveOnlyOnce(Rules real) {
        return dropping(real, effect -> effect instanceof Effect.Book(var attempt, var entry, _) && attempt > 1
                && entry == Entry.RESERVE);
    }

    static Rules ignoreTheCap(Rules real) {
        return (training, input, now) -> real.decide(training,
                input instanceof Input.Request(var plan, var another, _)
                        ? new Input.Request(plan, another, true)
                        : input,
                now);
    }

    static Rules ignoreTheOther(Rules real) {
        return (training, input, now) -> real.decide(training,
                input instanceof Input.Request(var plan, _, var affordable)
                        ? new Input.Request(plan, false, affordable)
                        : input,
                now);
    }

    private static Effect release(Training training) {
        return switch (training) {
            case Training.Live live -> release(live.attempt(), live.plan().reserveMicros());
            case Ended ended -> release(ended.attempt(), ended.plan().reserveMicros());
            case Training.Unheard unheard -> throw new IllegalArgumentException(unheard.toString());
        };
    }

    private static Effect release(int attempt, long micros) {
        return new Effect.Book(attempt, Entry.RELEASE, micros);
    }

    private static Instant longBefore(Instant at) {
        return at.minus(TrainingFixtures.TERMS.grace());
    }

    private static Decision with(Decision decision, Effect more) {
        List<Effect> effects = new ArrayList<>(decision.effects());
        effects.add(more);
        return new Decision(decision.next(), effects);
    }

    private static Rules dropping(Rules real, Predicate<Effect> what) {
        return (training, input, now) -> without(real.decide(training, input, now), what);
    }

    private static Decision without(Decision decision, Predicate<Effect> what) {
        return new Decision(decision.next(), decision.effects().stream().filter(what.negate()).toList());
    }
}
