package dev.likeness.access.idempotency;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** How a request with a key is refused. */
final class KeyProblems {

    private KeyProblems() {}

    static ProblemException badKey(String wanted) {
        return Problems.of(HttpStatus.BAD_REQUEST, Problems.ACCESS, "bad-idempotency-key", "Bad Idempotency-Key",
                "Idempotency-Key must be " + wanted + ".");
    }

    static ProblemException otherBody() {
        return Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, Problems.ACCESS, "idempotency-key-reused",
                "Idempotency-Key used before",
                "This Idempotency-Key was used for a request with another body. Take a new key for a new request.");
    }

    static ProblemException stillRunning(Duration retryIn) {
        return Problems.of(HttpStatus.CONFLICT, Problems.ACCESS, "still-running", "Still running",
                "The first request with this Idempotency-Key is still being worked on. Repeat it in a moment.")
                .with(Problem.RETRY_AFTER, Math.clamp(retryIn.toSeconds(), 1, 5));
    }
}
