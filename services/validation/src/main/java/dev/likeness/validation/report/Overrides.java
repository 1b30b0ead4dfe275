package dev.likeness.validation.report;

import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.Verdict;
import dev.likeness.validation.report.Input.Overridden;
import dev.likeness.validation.report.Report.Checking;
import dev.likeness.validation.report.Report.Decided;
import dev.likeness.validation.report.Report.Unknown;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The person's word against the verdict on a photo: which counts, and what follows. */
public final class Overrides {

    private Overrides() {}

    static Decision decide(Report report, Overridden input, Limits limits, Instant now) {
        return switch (report) {
            case Unknown _ -> ReportRules.refuse(report, new Refusal.UnknownUpload());
            case Checking _ -> ReportRules.refuse(report, new Refusal.StillChecking());
            case Decided decided -> {
                Optional<TrainingId> training = ReportRules.requested(decided);
                Optional<Photo> photo = decided.photo(input.photo());
                if (training.isPresent()) {
                    yield ReportRules.refuse(report, new Refusal.TrainingExists(training));
                }
                yield photo.isEmpty()
                        ? ReportRules.refuse(report, new Refusal.UnknownPhoto())
                        : override(decided, photo.get(), input.why(), limits, now);
            }
        };
    }

    private static Decision override(Decided report, Photo photo, Objection.Why why, Limits limits, Instant now) {
        Set<ReasonCode> against = against(report, photo);
        List<ReasonCode> fixed = against.stream().filter(code -> !code.isOverridable()).toList();
        if (!fixed.isEmpty()) {
            return ReportRules.refuse(report, new Refusal.NotOverridable(fixed));
        }
        if (against.isEmpty()) {
            return photo.objection().isPresent()
                    ? ReportRules.stay(report)
                    : ReportRules.refuse(report, new Refusal.NothingToOverride());
        }
        Objection said = photo.objection().orElse(new Objection(why, Set.of())).and(why, against);
        List<Photo> photos = report.photos()
                .stream()
                .map(one -> one.id().equals(photo.id()) ? one.objected(said) : one)
                .toList();
        return ReportRules.conclude(report.content().with(photos), ReportRules.after(report.outcome(), now), limits);
    }

    /** Whether the person may override the verdict on this photo now. */
    public static boolean areOpen(Report report, Photo photo) {
        return report instanceof Decided decided && ReportRules.requested(decided).isEmpty()
                && !against(decided, photo).isEmpty()
                && against(decided, photo).stream().allMatch(ReasonCode::isOverridable);
    }

    /**
     * What speaks against the photo; where nobody could tell who is meant, that it may show another.
     */
    private static Set<ReasonCode> against(Decided report, Photo photo) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        if (photo.verdict() instanceof Verdict.Rejected(var reasons)) {
            reasons.stream().filter(reason -> !reason.warning()).map(Reason::code).forEach(codes::add);
        }
        if (report.outcome().reasons().stream().anyMatch(reason -> isIn(photo.id(), reason))) {
            codes.add(ReasonCode.NOT_THE_SAME_PERSON);
        }
        return codes;
    }

    private static boolean isIn(PhotoId photo, Reason reason) {
        return reason.photos().groups().stream().anyMatch(group -> group.contains(photo));
    }
}
