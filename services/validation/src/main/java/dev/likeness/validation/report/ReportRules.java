package dev.likeness.validation.report;

import dev.likeness.validation.report.Decision.Effect;
import dev.likeness.validation.report.Input.Checked;
import dev.likeness.validation.report.Input.TrainingTaken;
import dev.likeness.validation.report.Input.Uploaded;
import dev.likeness.validation.report.Report.Accepted;
import dev.likeness.validation.report.Report.Checking;
import dev.likeness.validation.report.Report.Refused;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.Report.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All rules of a report. A photo keeps its first verdict and a set its decision, whatever arrives
 * again, late or out of order.
 */
public final class ReportRules {

    private ReportRules() {}

    public static Decision decide(Report report, Input input, SetLimits limits, Instant now) {
        return switch (report) {
            case Unknown(var id) -> switch (input) {
                case Uploaded uploaded -> begin(id, uploaded, limits, now);
                case Checked _,TrainingTaken _ -> stay(report);
            };
            case Checking checking -> switch (input) {
                case Checked(var photo, var verdict) -> judge(checking, photo, verdict, limits, now);
                case Uploaded _,TrainingTaken _ -> stay(report);
            };
            case Accepted accepted -> switch (input) {
                case TrainingTaken _ -> withoutTraining(accepted);
                case Uploaded _,Checked _ -> stay(report);
            };
            case Refused _ -> stay(report);
        };
    }

    private static Decision stay(Report report) {
        return new Decision(report, List.of());
    }

    private static Decision begin(UploadId id, Uploaded uploaded, SetLimits limits, Instant now) {
        Map<PhotoId, Photo> photos = new LinkedHashMap<>();
        uploaded.photos().forEach(photo -> photos.putIfAbsent(photo.id(), photo));
        Training training = uploaded.autoStart() ? new Training.Wanted(uploaded.trainingId()) : new Training.Unwanted();
        Checking checking = new Checking(id, training, List.copyOf(photos.values()));
        if (photos.isEmpty()) {
            return conclude(checking, limits, now);
        }
        return new Decision(checking, photos.keySet().stream().<Effect>map(Effect.CheckPhoto::new).toList());
    }

    private static Decision judge(Checking checking, PhotoId judged, Verdict.Final verdict, SetLimits limits,
            Instant now) {
        List<Photo> photos = checking.photos()
                .stream()
                .map(photo -> photo.id().equals(judged) && photo.pending() ? photo.judged(verdict) : photo)
                .toList();
        Checking next = new Checking(checking.id(), checking.training(), photos);
        return photos.stream().anyMatch(Photo::pending) ? stay(next) : conclude(next, limits, now);
    }

    private static Decision conclude(Checking set, SetLimits limits, Instant now) {
        int good = set.goodPhotos();
        if (set.photos().size() > limits.max()) {
            return refuse(set, tooMany(set.photos().size(), limits), now);
        }
        if (good < limits.minGood()) {
            return refuse(set, tooFew(good, limits), now);
        }
        List<Reason> hints = good > limits.best() ? List.of(moreThanNeeded(good, limits)) : List.of();
        return switch (set.training()) {
            case Training.Wanted(var id) -> new Decision(
                    new Accepted(set.id(), new Training.Requested(id), set.photos(), hints, now),
                    List.of(new Effect.AnnounceVerdicts(), new Effect.RequestTraining(id)));
            case Training.Unwanted _,Training.Requested _,Training.Taken _ -> new Decision(
                    new Accepted(set.id(), set.training(), set.photos(), hints, now),
                    List.of(new Effect.AnnounceVerdicts()));
        };
    }

    private static Decision refuse(Checking set, Reason reason, Instant now) {
        return new Decision(new Refused(set.id(), set.photos(), List.of(reason), now),
                List.of(new Effect.AnnounceVerdicts()));
    }

    private static Decision withoutTraining(Accepted set) {
        return switch (set.training()) {
            case Training.Requested _ -> {
                List<Reason> reasons = new ArrayList<>(set.reasons());
                reasons.add(Reason.warning(ReasonCode.TRAINING_ALREADY_REQUESTED,
                        "These photos are good, but a training on an earlier set has been asked for already, so none"
                                + " was started on this one."));
                yield stay(new Accepted(set.id(), new Training.Taken(), set.photos(), reasons, set.decidedAt()));
            }
            case Training.Unwanted _,Training.Wanted _,Training.Taken _ -> stay(set);
        };
    }

    private static Reason tooFew(int good, SetLimits limits) {
        int missing = limits.minGood() - good;
        return Reason.refusal(ReasonCode.TOO_FEW_GOOD_PHOTOS,
                good + (good == 1 ? " good photo" : " good photos") + ", at least " + limits.minGood()
                        + " are needed. Please add " + missing + " more.",
                good, limits.minGood(), "photos");
    }

    private static Reason tooMany(int photos, SetLimits limits) {
        return Reason.refusal(ReasonCode.TOO_MANY_PHOTOS, photos + " photos, at most " + limits.max()
                + " can be taken. Please send the best " + limits.best() + ".", photos, limits.max(), "photos");
    }

    private static Reason moreThanNeeded(int good, SetLimits limits) {
        return Reason.warning(ReasonCode.MORE_PHOTOS_THAN_NEEDED, good + " good photos; the best " + limits.minGood()
                + " to " + limits.best() + " of them would do as well.", good, limits.best(), "photos");
    }
}
