package dev.likeness.sandbox.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Every failure as the provider words it. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> problem(ApiProblem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ResponseStatusException refused) {
        HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
        if (status == HttpStatus.NOT_FOUND) {
            return problem(ApiProblem.notFound());
        }
        String reason = refused.getReason();
        return problem(new ApiProblem(status, status.getReasonPhrase(),
                reason == null ? "The request could not be read." : reason));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(RuntimeException broken) {
        log.error("A request failed inside the sandbox", broken);
        return problem(new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal server error",
                "An unexpected error occurred."));
    }
}
