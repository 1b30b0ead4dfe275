package dev.likeness.training.run;

import static dev.likeness.training.run.Decision.become;

import dev.likeness.training.run.Effect.AnnounceEnd;
import dev.likeness.training.run.Effect.CancelAtProvider;
import dev.likeness.training.run.Effect.CleanUp;
import dev.likeness.training.run.Effect.Settle;
import dev.likeness.training.run.Input.Accepted;
import dev.likeness.training.run.Input.NotListed;
import dev.likeness.training.run.Input.Refused;
import dev.likeness.training.run.Input.ZipGone;
import dev.likeness.training.run.Settlement.Open;
import dev.likeness.training.run.Settlement.Settled;
import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Committed;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Live;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways into the end, each with what becomes of the money, and what may come after it. */
final class Ending {

    private Ending() {}

    /** Before anything was set aside. */
    static Decision refused(Plan plan, FailureReason reason, Instant now) {
        return end(plan, 1, Optional.empty(), new Outcome.Failed(reason), now, new Settled());
    }

    /** Certainly not accepted. */
    static Decision failed(Live live, FailureReason reason, Instant now) {
        return free(live, new Outcome.Failed(reason), now);
    }

    /** Certainly not accepted. */
    static Decision stopped(Live live, Stop stop, Instant now) {
        return free(live, stop.outcome(), now);
    }

    private static Decision free(Live live, Outcome outcome, Instant now) {
        return end(live.plan(), live.attempt(), Optional.empty(), outcome, now, new Settled())
                .and(Books.release(live.plan(), live.attempt()));
    }

    /** Trained, or at least accepted. */
    static Decision charged(AtProvider accepted, Outcome outcome, long micros, Instant now) {
        Plan plan = accepted.plan();
        return end(plan, accepted.attempt(), Optional.of(accepted.providerId()), outcome, now, new Settled())
                .and(Books.charge(plan, accepted.attempt(), micros));
    }

    /** Nobody knows whether it was accepted, and it is not waited for any longer. */
    static Decision unsettled(Committed committed, Optional<Instant> zipGoneAt, Instant now) {
        return end(committed.plan(), committed.attempt(), Optional.empty(),
                new Outcome.Failed(FailureReason.UNSETTLED), now, new Open(zipGoneAt))
                .and(List.of(new Settle(committed.attempt())));
    }

    private static Decision end(Plan plan, int attempt, Optional<String> providerId, Outcome outcome, Instant now,
            Settlement settlement) {
        return become(new Ended(plan, attempt, providerId, outcome, now, settlement), new AnnounceEnd(outcome),
                new CleanUp());
    }

    /** The end stays as it is; only what nobody knew about it may still come out. */
    static Decision after(Ended ended, Input input, Terms terms, Instant now) {
        return ended.settlement() instanceof Open(var zipGoneAt)
                ? open(ended, zipGoneAt, input, terms, now)
                : TrainingRules.late(ended, ended.providerId(), input);
    }

    private static Decision open(Ended ended, Optional<Instant> zipGoneAt, Input input, Terms terms, Instant now) {
        int last = ended.attempt();
        return switch (input) {
            case Accepted(var attempt, var providerId) when attempt == last ->
                become(settled(ended, Optional.of(providerId)), new CancelAtProvider(providerId))
                        .and(Books.spend(ended.plan(), last));
            case Refused(var attempt, _) when attempt == last -> free(ended);
            case NotListed(var attempt, var listedAt, var complete) when attempt == last && complete
                    && terms.mustFail(zipGoneAt, listedAt) ->
                free(ended);
            case ZipGone(var attempt) when attempt == last -> become(with(ended, ended.providerId(),
                    new Open(Optional.of(zipGoneAt.orElse(now)))));
            default -> TrainingRules.late(ended, ended.providerId(), input);
        };
    }

    private static Decision free(Ended ended) {
        return become(settled(ended, ended.providerId())).and(Books.release(ended.plan(), ended.attempt()));
    }

    private static Ended settled(Ended ended, Optional<String> providerId) {
        return with(ended, providerId, new Settled());
    }

    private static Ended with(Ended ended, Optional<String> providerId, Settlement settlement) {
        return new Ended(ended.plan(), ended.attempt(), providerId, ended.outcome(), ended.at(), settlement);
    }
}
