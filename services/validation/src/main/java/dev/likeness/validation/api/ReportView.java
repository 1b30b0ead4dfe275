package dev.likeness.validation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.validation.judging.Coverage;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.Verdict;
import dev.likeness.validation.report.Overrides;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Report.Training;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON.
 *
 * @param revision of the set: each change of its photos is a new one
 * @param state checking, accepted or refused
 * @param reasons of the set as a whole
 * @param coverage absent until the set is decided
 * @param trainingId of the training that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(String uploadId, int revision, String state, int goodPhotos, List<ReasonView> reasons,
        @Nullable CoverageView coverage, @Nullable List<PhotoView> photos, @Nullable String trainingId) {

    /**
     * @param verdict checking, accepted or rejected
     * @param override the person's word against the verdict
     * @param overridable whether the person may say that the verdict is wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhotoView(String photoId, String verdict, List<ReasonView> reasons, @Nullable String override,
            boolean overridable) {}

    /**
     * @param twin the photo that this one repeats or resembles too closely
     * @param beside accepted photos to compare this one with
     * @param groups photos of each person where there seem to be several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReasonView(String code, String message, @Nullable Double measured, @Nullable Double limit,
            @Nullable String unit, boolean warning, @Nullable String twin, @Nullable List<String> beside,
            @Nullable List<List<String>> groups) {}

    /**
     * @param meter 0 to 100, the mean of the parts
     * @param suggestions what to add, at most three
     */
    record CoverageView(int meter, PartsView parts, List<SuggestionView> suggestions) {}

    record PartsView(int framing, int angles, int light, int background) {}

    record SuggestionView(String code, String message) {}

    static ReportView of(Report report) {
        return of(report, report.photos().stream().map(photo -> photo(report, photo)).toList());
    }

    /** The set alone. */
    static ReportView withoutPhotos(Report report) {
        return of(report, null);
    }

    private static ReportView of(Report report, @Nullable List<PhotoView> photos) {
        String id = report.id().value();
        return switch (report) {
            case Report.Unknown _ -> new ReportView(id, 0, "checking", 0, List.of(), null, photos, null);
            case Report.Checking(var content) -> new ReportView(id, content.revision(), "checking",
                    report.goodPhotos(), List.of(), null, photos, null);
            case Report.Accepted accepted -> decided("accepted", accepted, photos);
            case Report.Refused refused -> decided("refused", refused, photos);
        };
    }

    private static ReportView decided(String state, Report.Decided report, @Nullable List<PhotoView> photos) {
        return new ReportView(report.id().value(), report.content().revision(), state, report.goodPhotos(),
                reasons(report.outcome().reasons()), coverage(report.outcome().coverage()), photos,
                report.content().training() instanceof Training.Requested(var training) ? training.toString() : null);
    }

    private static CoverageView coverage(Coverage coverage) {
        return new CoverageView(coverage.meter(),
                new PartsView(coverage.framing(), coverage.angles(), coverage.light(), coverage.background()),
                coverage.suggestions()
                        .stream()
                        .map(suggestion -> new SuggestionView(suggestion.code().name(), suggestion.sentence()))
                        .toList());
    }

    static PhotoView photo(Report report, Photo photo) {
        String verdict = switch (photo.verdict()) {
            case Verdict.Pending() -> "checking";
            case Verdict.Accepted _ -> "accepted";
            case Verdict.Rejected _ -> "rejected";
        };
        List<Reason> reasons = photo.verdict() instanceof Verdict.Final judged ? judged.reasons() : List.of();
        return new PhotoView(photo.id().value(), verdict, reasons(reasons),
                photo.objection().map(said -> said.why().name()).orElse(null), Overrides.areOpen(report, photo));
    }

    private static List<ReasonView> reasons(List<Reason> reasons) {
        return reasons.stream().map(ReportView::reason).toList();
    }

    private static ReasonView reason(Reason reason) {
        Reason.Others others = reason.photos();
        return new ReasonView(reason.code().name(), reason.sentence(), reason.measured(), reason.limit(),
                reason.unit().isEmpty() ? null : reason.unit(), reason.warning(),
                others.twin() == null ? null : others.twin().value(),
                others.beside().isEmpty() ? null : others.beside().stream().map(id -> id.value()).toList(),
                others.groups().isEmpty()
                        ? null
                        : others.groups()
                                .stream()
                                .map(group -> group.stream().map(id -> id.value()).toList())
                                .toList());
    }
}
