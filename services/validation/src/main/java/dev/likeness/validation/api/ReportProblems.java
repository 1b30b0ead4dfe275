package dev.likeness.validation.api;

import static org.springframework.http.HttpStatus.CONFLICT;

import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.report.Refusal;
import dev.likeness.validation.report.TrainingId;
import java.util.Optional;

/** What this service refuses, and in which words. */
final class ReportProblems {

    private ReportProblems() {}

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownUpload() -> unknownUpload();
            case Refusal.UnknownPhoto() -> Problems.notFound("validation", "unknown-photo", "Unknown photo",
                    "This upload has no such photo. GET its report to see its photos.");
            case Refusal.StillChecking() -> conflict("still-checking", "Still checking",
                    "The photos of this upload are still being looked at. Wait for the verdict on the whole set; its"
                            + " events tell when it is there.");
            case Refusal.NotAccepted() -> conflict("not-accepted", "Not accepted",
                    "This upload is not accepted, so no training can start from it. Its report says why, and what to"
                            + " change.");
            case Refusal.NothingToOverride() -> conflict("nothing-to-override", "Nothing to override",
                    "Nothing speaks against this photo: it is accepted as it is.");
            case Refusal.NotOverridable(var codes) -> conflict("not-overridable", "Can't be overridden",
                    "What is wrong with this photo can't be overridden. Please take it out and send another one.")
                    .with("codes", codes.stream().map(ReasonCode::name).toList());
            case Refusal.TrainingExists(var training) -> trainingExists(training);
        };
    }

    static ProblemException unknownUpload() {
        return Problems.notFound("validation", "unknown-upload", "Unknown upload",
                "There is no report on an upload with this id. It begins when the upload is complete; "
                        + "see GET /v1/uploads/{uploadId} for what is missing.");
    }

    private static ProblemException trainingExists(Optional<TrainingId> training) {
        ProblemException problem = conflict("training-exists", "Training exists", training.isPresent()
                ? "A training on these photos was asked for already; they stay as they are unless it fails or is"
                        + " canceled."
                : "A training on another upload of yours was asked for already. Should it fail or be canceled, one can"
                        + " start on this upload.");
        return training.map(id -> problem.with("trainingId", id.toString())).orElse(problem);
    }

    private static ProblemException conflict(String slug, String title, String detail) {
        return Problems.of(CONFLICT, "validation", slug, title, detail);
    }
}
