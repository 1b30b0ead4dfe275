package dev.likeness.generation.requests;

import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import dev.likeness.generation.likeness.Standing;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.Parameters;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** The problems this API reports; the type is the contract, the detail is for people. */
final class GenerationProblems {

    private static final String SERVICE = "generation";

    private GenerationProblems() {}

    static ProblemException unknownGeneration() {
        return Problems.notFound(SERVICE, "unknown-generation", "No such generation",
                "You have no generation with this id. It may have expired, or the id is wrong.");
    }

    static ProblemException noModel() {
        return Problems.of(HttpStatus.CONFLICT, SERVICE, "no-model", "No model yet",
                "There is no trained model yet. Portraits can be made as soon as a training has completed.");
    }

    static ProblemException modelNotYou(Standing.Objection objection) {
        return Problems.of(HttpStatus.CONFLICT, SERVICE, "model-not-you", "This model is not you",
                objection.sentence() + " To have another one trained, upload your photos again.")
                .with("code", objection.name());
    }

    static ProblemException oneOf() {
        return Problems.of(HttpStatus.BAD_REQUEST, SERVICE, "prompt-or-concept", "Prompt or concept",
                "Send either \"prompt\", a description in words, or \"concept\", its parts, or \"conceptId\", one that there is, or \"again\", an earlier generation; exactly one of them.");
    }

    static ProblemException unknownConcept() {
        return Problems.notFound(SERVICE, "unknown-concept", "No such concept",
                "There is no concept with this id. GET /v1/concepts lists those of the catalogue.");
    }

    static ProblemException unknownPortrait() {
        return Problems.notFound(SERVICE, "unknown-portrait", "No such portrait",
                "That generation has no portrait with this id. It may have been deleted.");
    }

    static ProblemException outOfRange(Parameters.Checked.Unfit unfit) {
        Parameters.Violation first = unfit.violations().getFirst();
        String sentences = unfit.violations()
                .stream()
                .map(Parameters.Violation::sentence)
                .collect(Collectors.joining(" "));
        return Problems.of(HttpStatus.BAD_REQUEST, SERVICE, "out-of-range", "Out of range", sentences)
                .with("field", first.field())
                .with("value", first.value())
                .with("allowed", first.allowed())
                .with("violations", unfit.violations());
    }

    static ProblemException promptRefused(PromptText.Cleaned.Refused refused) {
        ProblemException problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, SERVICE, "prompt-refused",
                "Prompt refused", refused.why().sentence()).with("code", refused.why().name());
        return switch (refused.why()) {
            case TOO_LONG -> problem.with("length", refused.length()).with("allowed", PromptText.LONGEST);
            case EMPTY, NO_SCENE, FIXED_FEATURES, FOREIGN_TRIGGER_WORD, MODEL_INSTRUCTIONS -> problem;
        };
    }
}
