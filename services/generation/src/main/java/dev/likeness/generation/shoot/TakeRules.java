package dev.likeness.generation.shoot;

import dev.likeness.generation.shoot.Take.Copying;
import dev.likeness.generation.shoot.Take.Delivered;
import dev.likeness.generation.shoot.Take.Intended;
import dev.likeness.generation.shoot.Take.Missed;
import dev.likeness.generation.shoot.Take.Planned;
import dev.likeness.generation.shoot.Take.Submitted;
import dev.likeness.generation.shoot.Take.Unsettled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of one take, the paid call among them. */
final class TakeRules {

    private TakeRules() {}

    static Take decide(Take take, Input.OfTake input, Duration grace, Instant now) {
        return switch (take) {
            case Planned planned -> planned(planned, input, now);
            case Intended intended -> intended(intended, input, now);
            case Unsettled unsettled -> unsettled(unsettled, input, grace, now);
            case Submitted submitted -> submitted(submitted, input);
            case Copying copying -> copying(copying, input);
            case Delivered _,Missed _ -> take;
        };
    }

    private static Take planned(Planned take, Input.OfTake input, Instant now) {
        return switch (input) {
            case Input.Attempted(_, long seed) -> new Intended(take.index(), take.outputs(),
                    new Attempt(take.attempts() + 1, seed, now));
            case Input.GivenUp _ -> missed(take, FailureReason.PROVIDER_DOWN);
            case Input.Accepted _,Input.Postponed _,Input.Refused _,Input.AnswerLost _,Input.Searched _,Input.Exposed _,Input.Broken _,Input.Copied _ ->
                take;
        };
    }

    private static Take intended(Intended take, Input.OfTake input, Instant now) {
        return switch (input) {
            case Input.Accepted(_, String predictionId) ->
                new Submitted(take.index(), take.outputs(), take.attempt(), predictionId, now);
            // The attempt left no trace at the provider, so it does not count.
            case Input.Postponed _ -> new Planned(take.index(), take.outputs(), take.attempt().number() - 1);
            case Input.Refused(_, FailureReason reason) -> missed(take, reason);
            case Input.AnswerLost _ -> new Unsettled(take.index(), take.outputs(), take.attempt(), now);
            case Input.GivenUp _ -> missed(take, FailureReason.UNSETTLED);
            case Input.Attempted _,Input.Searched _,Input.Exposed _,Input.Broken _,Input.Copied _ -> take;
        };
    }

    private static Take unsettled(Unsettled take, Input.OfTake input, Duration grace, Instant now) {
        return switch (input) {
            case Input.Accepted(_, String predictionId) -> submitted(take, predictionId, now);
            case Input.Searched(_, boolean complete, Optional<String> match) -> {
                if (match.isPresent()) {
                    yield submitted(take, match.get(), now);
                }
                yield complete && !now.isBefore(take.since().plus(grace)) ? voided(take) : take;
            }
            case Input.GivenUp _ -> missed(take, FailureReason.UNSETTLED);
            case Input.Attempted _,Input.Postponed _,Input.Refused _,Input.AnswerLost _,Input.Exposed _,Input.Broken _,Input.Copied _ ->
                take;
        };
    }

    private static Take submitted(Submitted take, Input.OfTake input) {
        return switch (input) {
            case Input.Exposed exposed -> exposed.frames().isEmpty()
                    ? missed(take, FailureReason.CONTENT_REFUSED)
                    : new Copying(take.index(), take.outputs(), take.attempt(), take.predictionId(), exposed.frames());
            case Input.Broken(_, FailureReason reason) -> missed(take, reason);
            case Input.GivenUp _ -> missed(take, FailureReason.TIMED_OUT);
            case Input.Attempted _,Input.Accepted _,Input.Postponed _,Input.Refused _,Input.AnswerLost _,Input.Searched _,Input.Copied _ ->
                take;
        };
    }

    private static Take copying(Copying take, Input.OfTake input) {
        return switch (input) {
            case Input.Copied copied -> copied.portraits().isEmpty()
                    ? missed(take, copied.lost().orElse(FailureReason.OUTPUTS_GONE))
                    : delivered(take, copied);
            case Input.Broken(_, FailureReason reason) -> missed(take, reason);
            case Input.GivenUp _ -> missed(take, FailureReason.OUTPUTS_GONE);
            case Input.Attempted _,Input.Accepted _,Input.Postponed _,Input.Refused _,Input.AnswerLost _,Input.Searched _,Input.Exposed _ ->
                take;
        };
    }

    // The content filter drops pictures without a word, so fewer outputs than asked for are its doing.
    private static Take delivered(Copying take, Input.Copied copied) {
        Optional<FailureReason> filtered = take.frames().size() < take.outputs()
                ? Optional.of(FailureReason.CONTENT_REFUSED)
                : Optional.empty();
        return new Delivered(take.index(), take.outputs(), take.attempt(), take.predictionId(), copied.portraits(),
                copied.lost().or(() -> filtered));
    }

    private static Take voided(Unsettled take) {
        return take.attempt().number() < ShootRules.MAX_ATTEMPTS
                ? new Planned(take.index(), take.outputs(), take.attempt().number())
                : missed(take, FailureReason.PROVIDER_DOWN);
    }

    private static Take submitted(Unsettled take, String predictionId, Instant now) {
        return new Submitted(take.index(), take.outputs(), take.attempt(), predictionId, now);
    }

    private static Take missed(Take take, FailureReason reason) {
        return new Missed(take.index(), take.outputs(), reason);
    }
}
