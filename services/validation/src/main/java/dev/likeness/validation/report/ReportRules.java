package dev.likeness.validation.report;

import dev.likeness.validation.judging.Evaluation;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.SetRules;
import dev.likeness.validation.report.Decision.Effect;
import dev.likeness.validation.report.Input.Examined;
import dev.likeness.validation.report.Input.Overridden;
import dev.likeness.validation.report.Input.TrainingAsked;
import dev.likeness.validation.report.Input.TrainingEnded;
import dev.likeness.validation.report.Input.TrainingTaken;
import dev.likeness.validation.report.Input.Uploaded;
import dev.likeness.validation.report.Report.Accepted;
import dev.likeness.validation.report.Report.Checking;
import dev.likeness.validation.report.Report.Content;
import dev.likeness.validation.report.Report.Decided;
import dev.likeness.validation.report.Report.Known;
import dev.likeness.validation.report.Report.Outcome;
import dev.likeness.validation.report.Report.Refused;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.Report.Unknown;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All rules of a report. A photo keeps its findings, whatever arrives again, late or out of order;
 * a set is decided once all its photos were looked at, and again when a newer revision or the
 * person's word changes it, while no training on it was asked for or the one that was has failed.
 */
public final class ReportRules {

    private ReportRules() {}

    public static Decision decide(Report report, Input input, Limits limits, Instant now) {
        return switch (input) {
            case Uploaded uploaded -> begin(report, uploaded, limits, now);
            case Examined(var photo, var findings) when report instanceof Checking checking -> judge(checking.content(),
                    checking.photos()
                            .stream()
                            .map(one -> one.id().equals(photo) && one.awaitsALook() ? one.found(findings, limits) : one)
                            .toList(),
                    limits, now);
            case Examined _ -> stay(report);
            case Overridden overridden -> Overrides.decide(report, overridden, limits, now);
            case TrainingAsked(var training) -> startTraining(report, training, now);
            case TrainingTaken _ -> withoutTraining(report, now);
            case TrainingEnded(var training) -> afterTraining(report, training, now);
        };
    }

    static Decision stay(Report report) {
        return new Decision(report, List.of());
    }

    static Decision refuse(Report report, Refusal refusal) {
        return new Decision(report, List.of(new Effect.Refuse(refusal)));
    }

    private static Decision begin(Report report, Uploaded uploaded, Limits limits, Instant now) {
        return switch (report) {
            case Unknown _ -> renew(report, uploaded, limits, now);
            case Known known when known.content().revision() >= uploaded.revision() -> stay(known);
            case Checking checking -> renew(checking, uploaded, limits, now);
            case Refused refused -> renew(refused, uploaded, limits, now);
            // Too late: what is being trained on stays. It is said again, so that nobody waits for a verdict.
            case Accepted(var content, var outcome) when content.training() instanceof Training.Requested ->
                new Decision(new Accepted(content.with(uploaded.revision()), outcome.at(after(outcome, now))),
                        List.of(new Effect.AnnounceVerdicts()));
            case Accepted accepted -> renew(accepted, uploaded, limits, now);
        };
    }

    /** What was found of a photo that stays is kept; what is not in the set any more goes. */
    private static Decision renew(Report report, Uploaded uploaded, Limits limits, Instant now) {
        List<Photo> photos = new ArrayList<>();
        for (Photo announced : uploaded.photos()) {
            if (photos.stream().noneMatch(earlier -> earlier.id().equals(announced.id()))) {
                Photo photo = report.photo(announced.id()).map(known -> known.toldAgain(announced)).orElse(announced);
                photos.add(twinOf(photo, photos).map(photo::repeating)
                        .orElseGet(() -> photo.repeats() || photo.lost() ? photo.awaited() : photo));
            }
        }
        Training training = uploaded.autoStart() ? new Training.Wanted(uploaded.trainingId()) : new Training.Unwanted();
        var content = new Content(report.id(), uploaded.revision(), training, photos);
        Stream<Effect> gone = report.photos()
                .stream()
                .filter(photo -> photos.stream().noneMatch(kept -> kept.id().equals(photo.id())))
                .map(Effect.Forget::new);
        Stream<Effect> checks = photos.stream()
                .filter(Photo::awaitsALook)
                .map(photo -> new Effect.CheckPhoto(photo.id(), uploaded.revision()));
        Decision judged = judge(content, photos, limits, now);
        return new Decision(judged.next(),
                Stream.of(gone, checks, judged.effects().stream()).flatMap(effects -> effects).toList());
    }

    /** The first photo with the same bytes: of equal photos the first stays. */
    private static Optional<PhotoId> twinOf(Photo photo, List<Photo> earlier) {
        return earlier.stream()
                .filter(other -> !photo.sha256().isEmpty() && other.sha256().equals(photo.sha256()))
                .map(Photo::id)
                .findFirst();
    }

    private static Decision judge(Content content, List<Photo> photos, Limits limits, Instant now) {
        return photos.stream().anyMatch(Photo::awaitsALook)
                ? stay(new Checking(content.with(photos)))
                : conclude(content.with(photos), now.truncatedTo(ChronoUnit.MILLIS), limits);
    }

    /** Decides on a set of which every photo was looked at. */
    static Decision conclude(Content content, Instant at, Limits limits) {
        Evaluation evaluation = SetRules.evaluate(content.photos().stream().map(Photo::candidate).toList(), limits);
        Content judged = content.with(IntStream.range(0, content.photos().size())
                .mapToObj(place -> content.photos().get(place).judged(evaluation.verdicts().get(place)))
                .toList());
        var outcome = new Outcome(evaluation.reasons(), evaluation.coverage(), at);
        if (!evaluation.accepted()) {
            return new Decision(new Refused(judged, outcome), List.of(new Effect.AnnounceVerdicts()));
        }
        return switch (judged.training()) {
            case Training.Wanted(var id) -> new Decision(
                    new Accepted(judged.with(new Training.Requested(id)), outcome),
                    List.of(new Effect.AnnounceVerdicts(), new Effect.RequestTraining(id)));
            case Training.Unwanted _,Training.Requested _,Training.Taken _ -> new Decision(
                    new Accepted(judged, outcome), List.of(new Effect.AnnounceVerdicts()));
        };
    }

    /**
     * When a further decision on the same revision counts as made: never at the time of an earlier one.
     */
    static Instant after(Outcome earlier, Instant now) {
        Instant soonest = earlier.decidedAt().plusMillis(1);
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return at.isBefore(soonest) ? soonest : at;
    }

    private static Decision startTraining(Report report, TrainingId training, Instant now) {
        return switch (report) {
            case Unknown _ -> refuse(report, new Refusal.UnknownUpload());
            case Checking _ -> refuse(report, new Refusal.StillChecking());
            case Refused _ -> refuse(report, new Refusal.NotAccepted());
            case Accepted(var content, var outcome) -> switch (content.training()) {
                case Training.Unwanted _,Training.Wanted _ -> new Decision(
                        new Accepted(content.with(new Training.Requested(training)), outcome),
                        List.of(new Effect.RequestTraining(training)));
                case Training.Requested(var requested) ->
                    refuse(report, new Refusal.TrainingExists(Optional.of(requested)));
                case Training.Taken _ -> new Decision(
                        new Accepted(content.with(new Training.Requested(training)),
                                outcome.without(ReasonCode.TRAINING_ALREADY_REQUESTED).at(after(outcome, now))),
                        List.of(new Effect.AnnounceVerdicts(), new Effect.RequestTraining(training)));
            };
        };
    }

    private static Decision withoutTraining(Report report, Instant now) {
        return report instanceof Accepted(var content, var outcome) && content.training() instanceof Training.Requested
                ? new Decision(
                        new Accepted(content.with(new Training.Taken()),
                                outcome.with(trainedAlready()).at(after(outcome, now))),
                        List.of(new Effect.AnnounceVerdicts()))
                : stay(report);
    }

    /**
     * Another one starts only when the person says so. Told again, as whoever waits for it may go on
     * now.
     */
    private static Decision afterTraining(Report report, TrainingId ended, Instant now) {
        return report instanceof Accepted(var content, var outcome)
                && content.training().equals(new Training.Requested(ended))
                        ? new Decision(
                                new Accepted(content.with(new Training.Unwanted()), outcome.at(after(outcome, now))),
                                List.of(new Effect.AnnounceVerdicts()))
                        : stay(report);
    }

    private static Reason trainedAlready() {
        return Reason.warning(ReasonCode.TRAINING_ALREADY_REQUESTED,
                "These photos are good, but a training on another set has been asked for already, so none was started"
                        + " on this one. Should that one fail or be canceled, you can start one on these.");
    }

    static Optional<TrainingId> requested(Decided report) {
        return report.content().training() instanceof Training.Requested(var id) ? Optional.of(id) : Optional.empty();
    }
}
