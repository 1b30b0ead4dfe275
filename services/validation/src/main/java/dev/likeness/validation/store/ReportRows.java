package dev.likeness.validation.store;

import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.PhotoId;
import dev.likeness.validation.report.Reason;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import dev.likeness.validation.report.Verdict;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a report reads as rows, and back. */
@Component
class ReportRows {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {
    };

    private final JsonMapper json;

    ReportRows(JsonMapper json) {
        this.json = json;
    }

    /** A report's own row, without its photos. */
    record Head(UploadId id, String state, Training training, List<Reason> reasons, @Nullable Instant decidedAt) {

        Report with(List<Photo> photos) {
            return switch (state) {
                case "CHECKING" -> new Report.Checking(id, training, photos);
                case "ACCEPTED" -> new Report.Accepted(id, training, photos, reasons, required(decidedAt));
                case "REFUSED" -> new Report.Refused(id, photos, reasons, required(decidedAt));
                default -> throw new IllegalStateException("A report is not " + state);
            };
        }
    }

    Head head(Readable row) {
        return new Head(new UploadId(text(row, "upload_id")), text(row, "state"),
                training(text(row, "training"), row.get("training_id", UUID.class)), reasons(row),
                row.get("decided_at", Instant.class));
    }

    /** The row that stands for a report; nothing stands for one not heard of. */
    Head head(Report report) {
        return switch (report) {
            case Report.Unknown(var id) -> throw new IllegalArgumentException("Nothing to store of " + id);
            case Report.Checking(var id, var training, _) -> new Head(id, "CHECKING", training, List.of(), null);
            case Report.Accepted(var id, var training, _, var reasons, var at) -> new Head(id, "ACCEPTED", training,
                    reasons, at);
            case Report.Refused(var id, _, var reasons, var at) -> new Head(id, "REFUSED", new Training.Unwanted(),
                    reasons, at);
        };
    }

    Photo photo(Readable row) {
        return new Photo(new PhotoId(text(row, "photo_id")), text(row, "object_key"),
                required(row.get("size", Long.class)), text(row, "sha256"), text(row, "prepared_key"),
                verdict(text(row, "verdict"), reasons(row)));
    }

    static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> "PENDING";
            case Verdict.Accepted _ -> "ACCEPTED";
            case Verdict.Rejected _ -> "REJECTED";
        };
    }

    static List<Reason> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> List.of();
            case Verdict.Final judged -> judged.reasons();
        };
    }

    static String name(Training training) {
        return switch (training) {
            case Training.Unwanted() -> "UNWANTED";
            case Training.Wanted _ -> "WANTED";
            case Training.Requested _ -> "REQUESTED";
            case Training.Taken() -> "TAKEN";
        };
    }

    static @Nullable UUID id(Training training) {
        return switch (training) {
            case Training.Wanted(var id) -> id.value();
            case Training.Requested(var id) -> id.value();
            case Training.Unwanted(),Training.Taken() -> null;
        };
    }

    String toJson(List<Reason> reasons) {
        return json.writeValueAsString(reasons);
    }

    private List<Reason> reasons(Readable row) {
        return json.readValue(text(row, "reasons"), REASONS);
    }

    private static Verdict verdict(String name, List<Reason> reasons) {
        return switch (name) {
            case "PENDING" -> new Verdict.Pending();
            case "ACCEPTED" -> new Verdict.Accepted(reasons);
            case "REJECTED" -> new Verdict.Rejected(reasons);
            default -> throw new IllegalStateException("A verdict is not " + name);
        };
    }

    private static Training training(String name, @Nullable UUID id) {
        return switch (name) {
            case "UNWANTED" -> new Training.Unwanted();
            case "WANTED" -> new Training.Wanted(new TrainingId(required(id)));
            case "REQUESTED" -> new Training.Requested(new TrainingId(required(id)));
            case "TAKEN" -> new Training.Taken();
            default -> throw new IllegalStateException("A training is not " + name);
        };
    }

    private static String text(Readable row, String column) {
        return required(row.get(column, String.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
