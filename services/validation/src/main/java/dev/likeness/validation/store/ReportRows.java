package dev.likeness.validation.store;

import dev.likeness.validation.judging.Coverage;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Report.Content;
import dev.likeness.validation.report.Report.Outcome;
import dev.likeness.validation.report.Report.Training;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a report reads as a row without its photos, and back. */
@Component
class ReportRows {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {
    };

    private final JsonMapper json;

    ReportRows(JsonMapper json) {
        this.json = json;
    }

    /** A report's own row: the content has no photos. */
    record Head(Content content, String state, @Nullable Outcome outcome) {

        Report with(List<Photo> photos) {
            return switch (state) {
                case "CHECKING" -> new Report.Checking(with(content, photos));
                case "ACCEPTED" -> new Report.Accepted(with(content, photos), required(outcome));
                case "REFUSED" -> new Report.Refused(with(content, photos), required(outcome));
                default -> throw new IllegalStateException("A report is not " + state);
            };
        }

        private static Content with(Content content, List<Photo> photos) {
            return new Content(content.id(), content.revision(), content.training(), photos);
        }
    }

    Head head(Readable row) {
        var content = new Content(new UploadId(text(row, "upload_id")), required(row.get("revision", Integer.class)),
                training(text(row, "training"), row.get("training_id", UUID.class)), List.of());
        Instant decidedAt = row.get("decided_at", Instant.class);
        return new Head(content, text(row, "state"), decidedAt == null
                ? null
                : new Outcome(reasons(text(row, "reasons")), coverage(text(row, "coverage")), decidedAt));
    }

    /** The row that stands for a report; nothing stands for one not heard of. */
    Head head(Report report) {
        return switch (report) {
            case Report.Unknown(var id) -> throw new IllegalArgumentException("Nothing to store of " + id);
            case Report.Checking(var content) -> new Head(content, "CHECKING", null);
            case Report.Accepted(var content, var outcome) -> new Head(content, "ACCEPTED", outcome);
            case Report.Refused(var content, var outcome) -> new Head(content, "REFUSED", outcome);
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

    String toJson(Object value) {
        return json.writeValueAsString(value);
    }

    List<Reason> reasons(String text) {
        return json.readValue(text, REASONS);
    }

    private Coverage coverage(String text) {
        return json.readValue(text, Coverage.class);
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
