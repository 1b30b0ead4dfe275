package dev.likeness.validation.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Reason;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON.
 *
 * @param state checking, accepted or refused
 * @param reasons of the set as a whole
 * @param trainingId of the training that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(String uploadId, String state, int goodPhotos, List<SetReason> reasons, List<PhotoView> photos,
        @Nullable String trainingId) {

    record SetReason(String code, String message) {}

    /** @param verdict checking, accepted or rejected */
    record PhotoView(String photoId, String verdict, List<PhotoReason> reasons) {}

    /** @param twin the photo that this one repeats */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PhotoReason(String code, String message, @Nullable Double measured, @Nullable Double limit,
            @Nullable String unit, boolean warning, @Nullable String twin) {}

    static ReportView of(Report report) {
        return new ReportView(report.id().value(), state(report), report.goodPhotos(),
                report.reasons()
                        .stream()
                        .map(reason -> new SetReason(reason.code().name(), reason.sentence()))
                        .toList(),
                report.photos().stream().map(ReportView::photo).toList(), trainingId(report));
    }

    private static String state(Report report) {
        return switch (report) {
            case Report.Unknown _,Report.Checking _ -> "checking";
            case Report.Accepted _ -> "accepted";
            case Report.Refused _ -> "refused";
        };
    }

    private static PhotoView photo(Photo photo) {
        return switch (photo.verdict()) {
            case Verdict.Pending() -> new PhotoView(photo.id().value(), "checking", List.of());
            case Verdict.Accepted(var warnings) -> new PhotoView(photo.id().value(), "accepted", reasons(warnings));
            case Verdict.Rejected(var reasons) -> new PhotoView(photo.id().value(), "rejected", reasons(reasons));
        };
    }

    private static List<PhotoReason> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new PhotoReason(reason.code().name(), reason.sentence(), reason.measured(),
                        reason.limit(), reason.unit().isEmpty() ? null : reason.unit(), reason.warning(),
                        reason.twin() == null ? null : reason.twin().value()))
                .toList();
    }

    private static @Nullable String trainingId(Report report) {
        return report instanceof Report.Accepted accepted && accepted.training() instanceof Training.Requested(var id)
                ? id.toString()
                : null;
    }
}
