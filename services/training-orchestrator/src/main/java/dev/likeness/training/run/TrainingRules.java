package dev.likeness.training.run;

import static dev.likeness.training.run.Decision.become;

import dev.likeness.training.run.Effect.CancelAtProvider;
import dev.likeness.training.run.Effect.PackPhotos;
import dev.likeness.training.run.Effect.Settle;
import dev.likeness.training.run.Effect.Submit;
import dev.likeness.training.run.Effect.WatchDeadline;
import dev.likeness.training.run.Input.Accepted;
import dev.likeness.training.run.Input.AnswerLost;
import dev.likeness.training.run.Input.Call;
import dev.likeness.training.run.Input.Cancel;
import dev.likeness.training.run.Input.Deadline;
import dev.likeness.training.run.Input.Delivered;
import dev.likeness.training.run.Input.GiveUp;
import dev.likeness.training.run.Input.NotAccepted;
import dev.likeness.training.run.Input.NotListed;
import dev.likeness.training.run.Input.Observed;
import dev.likeness.training.run.Input.Pack;
import dev.likeness.training.run.Input.Packed;
import dev.likeness.training.run.Input.Refused;
import dev.likeness.training.run.Input.Request;
import dev.likeness.training.run.Input.ZipGone;
import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Intended;
import dev.likeness.training.run.Training.Live;
import dev.likeness.training.run.Training.Packaging;
import dev.likeness.training.run.Training.Requested;
import dev.likeness.training.run.Training.Unheard;
import dev.likeness.training.run.Training.Unknown;
import java.time.Instant;
import java.util.Optional;

/**
 * All rules of a training. No I/O, no clock, no framework: the schedules of the tests run exactly
 * what production runs. The one that costs money when broken: from {@link Call} on, an attempt is
 * never called again unless the provider has certainly not accepted it, and another attempt is made
 * only when a late acceptance of the earlier one must fail.
 */
public final class TrainingRules {

    private final Terms terms;
    private final ProviderRules atProvider;

    public TrainingRules(Terms terms) {
        this.terms = terms;
        this.atProvider = new ProviderRules(terms);
    }

    /**
     * Total: what does not apply changes nothing.
     *
     * @param now never earlier than at an earlier decision about the same training
     */
    public Decision decide(Training training, Input input, Instant now) {
        return switch (training) {
            case Unheard unheard -> input instanceof Request request
                    ? request(request, now)
                    : become(unheard);
            case Requested requested -> requested(requested, input, now);
            case Packaging packaging -> packaging(packaging, input, now);
            case Intended intended -> intended(intended, input, now);
            case Unknown unknown -> unknown(unknown, input, now);
            case AtProvider accepted -> atProvider.decide(accepted, input, now);
            case Ended ended -> Ending.after(ended, input, terms, now);
        };
    }

    /** What is to become of a wish, taken in now. */
    public Plan plan(Wish wish, Pace pace, Instant now) {
        return new Plan(wish.id(), wish.person(), wish.triggerWord(), wish.recipe(), wish.photoCount(),
                estimate(wish.recipe(), pace).highMicros(), now, now.plus(terms.deadline()));
    }

    public Estimate estimate(Recipe recipe, Pace pace) {
        return Estimate.of(recipe, pace, terms);
    }

    private static Decision request(Request request, Instant now) {
        Plan plan = request.plan();
        Optional<FailureReason> refusal = refusal(plan, request);
        return refusal.isPresent()
                ? Ending.refused(plan, refusal.get(), now)
                : become(new Requested(plan, 1), new PackPhotos(1), new WatchDeadline())
                        .and(Books.reserve(plan, 1));
    }

    private static Optional<FailureReason> refusal(Plan plan, Request request) {
        if (!plan.hasTheWordOfItsPerson()) {
            return Optional.of(FailureReason.WRONG_TRIGGER_WORD);
        }
        if (!plan.recipe().isAllowed()) {
            return Optional.of(FailureReason.BAD_RECIPE);
        }
        if (plan.photoCount() < 1) {
            return Optional.of(FailureReason.BAD_PHOTOS);
        }
        if (request.another()) {
            return Optional.of(FailureReason.ALREADY_RUNNING);
        }
        return request.affordable() ? Optional.empty() : Optional.of(FailureReason.SPEND_CAP);
    }

    /**
     * Trying again what ended without a model.
     *
     * @param another whether the person has another training under way
     * @param number which retry of the old training this is, from 1
     */
    public Retry retry(Training old, boolean another, int number) {
        return switch (old) {
            case Unheard _ -> new Retry.Refused(Retry.Why.UNKNOWN);
            case Live _ -> new Retry.Refused(Retry.Why.NOT_ENDED);
            case Ended ended -> retry(ended, another, number);
        };
    }

    private static Retry retry(Ended old, boolean another, int number) {
        Optional<Retry.Why> refusal = switch (old.outcome()) {
            case Outcome.Succeeded _ -> Optional.of(Retry.Why.HAS_A_MODEL);
            case Outcome.Failed(var reason) when !reason.retryable() -> Optional.of(Retry.Why.NOT_RETRYABLE);
            case Outcome.Failed _,Outcome.Canceled _,Outcome.TimedOut _ ->
                another ? Optional.of(Retry.Why.ANOTHER_RUNNING) : Optional.empty();
        };
        return refusal.<Retry>map(Retry.Refused::new)
                .orElseGet(() -> new Retry.Again(old.plan().again(number)));
    }

    private static Decision requested(Requested requested, Input input, Instant now) {
        return switch (input) {
            case Pack(var attempt, var zip) when attempt == requested.attempt() ->
                become(new Packaging(requested.plan(), attempt, zip));
            default -> uncommitted(requested, input, now);
        };
    }

    private static Decision packaging(Packaging packaging, Input input, Instant now) {
        return switch (input) {
            // Not the earlier name: a worker thought dead may still write it, even after it was deleted.
            case Pack(var attempt, var zip) when attempt == packaging.attempt() ->
                become(new Packaging(packaging.plan(), attempt, zip));
            case Packed(var attempt, var zip) when attempt == packaging.attempt() && zip.equals(packaging.zip()) ->
                become(new Intended(packaging.plan(), new Ready(attempt, zip, Optional.empty()), Optional.empty(), 0,
                        false,
                        Optional.empty()), new Submit(attempt));
            default -> uncommitted(packaging, input, now);
        };
    }

    private static Decision uncommitted(Live live, Input input, Instant now) {
        return switch (input) {
            case Cancel() -> Ending.stopped(live, Stop.CANCELED, now);
            case Deadline() when !now.isBefore(live.plan().deadline()) -> Ending.stopped(live, Stop.TIMED_OUT, now);
            case GiveUp(var attempt, var reason) when attempt == live.attempt() -> Ending.failed(live, reason, now);
            default -> late(live, Optional.empty(), input);
        };
    }

    private Decision intended(Intended intended, Input input, Instant now) {
        return concerns(intended, input) ? switch (input) {
            case Accepted(_, var providerId) -> ProviderRules.accepted(intended, providerId, now);
            case Refused(_, var reason) -> Ending.failed(intended, reason, now);
            case Cancel() -> stop(intended, Stop.CANCELED, now);
            case Deadline() -> deadline(intended, now);
            default -> intended.calling() ? calling(intended, input, now) : idle(intended, input, now);
        } : late(intended, Optional.empty(), input);
    }

    private static Decision idle(Intended idle, Input input, Instant now) {
        return switch (input) {
            case Delivered(_, var fileId) when idle.ready().file().isEmpty() ->
                become(new Intended(idle.plan(), idle.ready().with(fileId), idle.intendedAt(), idle.calls(), false,
                        idle.stop()));
            case Call(_) -> become(new Intended(idle.plan(), idle.ready(), Optional.of(idle.intendedAt().orElse(now)),
                    idle.calls() + 1, true, idle.stop()));
            case GiveUp(_, var reason) -> Ending.failed(idle, reason, now);
            default -> become(idle);
        };
    }

    private static Decision calling(Intended calling, Input input, Instant now) {
        return switch (input) {
            case NotAccepted(_, var call) when call == calling.calls() -> calling.stop().isPresent()
                    ? Ending.stopped(calling, calling.stop().get(), now)
                    : become(new Intended(calling.plan(), calling.ready(), calling.intendedAt(), calling.calls(), false,
                            calling.stop()));
            case AnswerLost(_) -> become(new Unknown(calling.plan(), calling.ready(), calling.intendedAt().orElse(now),
                    Optional.empty(), calling.stop()), new Settle(calling.attempt()));
            default -> become(calling);
        };
    }

    private static Decision stop(Intended intended, Stop stop, Instant now) {
        return intended.calling()
                ? become(new Intended(intended.plan(), intended.ready(), intended.intendedAt(), intended.calls(), true,
                        Optional.of(intended.stop().orElse(stop))))
                : Ending.stopped(intended, stop, now);
    }

    private Decision deadline(Intended intended, Instant now) {
        if (overdue(intended, now) && intended.calling()) {
            return Ending.unsettled(intended, Optional.empty(), now);
        }
        return now.isBefore(intended.plan().deadline()) ? become(intended) : stop(intended, Stop.TIMED_OUT, now);
    }

    private Decision unknown(Unknown unknown, Input input, Instant now) {
        return concerns(unknown, input) ? switch (input) {
            case Accepted(_, var providerId) -> ProviderRules.accepted(unknown, providerId, now);
            case Refused(_, var reason) -> Ending.failed(unknown, reason, now);
            case ZipGone(_) -> become(with(unknown, Optional.of(unknown.zipGoneAt().orElse(now)), unknown.stop()));
            case NotListed(_, var listedAt, var complete) when complete
                    && terms.mustFail(unknown.zipGoneAt(), listedAt) ->
                tryAgain(unknown, now);
            case Cancel() -> become(with(unknown, unknown.zipGoneAt(), stopped(unknown, Stop.CANCELED)));
            case Deadline() when overdue(unknown, now) ->
                Ending.unsettled(unknown, unknown.zipGoneAt(), now);
            case Deadline() when !now.isBefore(unknown.plan().deadline()) ->
                become(with(unknown, unknown.zipGoneAt(), stopped(unknown, Stop.TIMED_OUT)));
            default -> become(unknown);
        } : late(unknown, Optional.empty(), input);
    }

    /** The attempt is void. */
    private Decision tryAgain(Unknown unknown, Instant now) {
        if (unknown.stop().isPresent()) {
            return Ending.stopped(unknown, unknown.stop().get(), now);
        }
        int next = unknown.attempt() + 1;
        return next > terms.maxAttempts()
                ? Ending.failed(unknown, FailureReason.PROVIDER_DOWN, now)
                : become(new Requested(unknown.plan(), next), new PackPhotos(next))
                        .and(Books.release(unknown.plan(), unknown.attempt()))
                        .and(Books.reserve(unknown.plan(), next));
    }

    private boolean overdue(Live live, Instant now) {
        return !now.isBefore(live.plan().deadline().plus(terms.patience()));
    }

    private static Optional<Stop> stopped(Unknown unknown, Stop stop) {
        return Optional.of(unknown.stop().orElse(stop));
    }

    private static Unknown with(Unknown unknown, Optional<Instant> zipGoneAt, Optional<Stop> stop) {
        return new Unknown(unknown.plan(), unknown.ready(), unknown.intendedAt(), zipGoneAt, stop);
    }

    /** Whether the input is about the current attempt, or about none in particular. */
    private static boolean concerns(Live live, Input input) {
        return switch (input) {
            case Pack(var attempt, _) -> attempt == live.attempt();
            case Packed(var attempt, _) -> attempt == live.attempt();
            case Delivered(var attempt, _) -> attempt == live.attempt();
            case Call(var attempt) -> attempt == live.attempt();
            case Accepted(var attempt, _) -> attempt == live.attempt();
            case NotAccepted(var attempt, _) -> attempt == live.attempt();
            case Refused(var attempt, _) -> attempt == live.attempt();
            case AnswerLost(var attempt) -> attempt == live.attempt();
            case ZipGone(var attempt) -> attempt == live.attempt();
            case NotListed(var attempt, _, _) -> attempt == live.attempt();
            case GiveUp(var attempt, _) -> attempt == live.attempt();
            case Request _,Observed _,Cancel _,Deadline _ -> true;
        };
    }

    /**
     * What was accepted for an attempt that no longer counts is stopped; anything else changes nothing.
     */
    static Decision late(Training training, Optional<String> known, Input input) {
        return input instanceof Accepted(_, var providerId) && !known.equals(Optional.of(providerId))
                ? become(training, new CancelAtProvider(providerId))
                : become(training);
    }
}
