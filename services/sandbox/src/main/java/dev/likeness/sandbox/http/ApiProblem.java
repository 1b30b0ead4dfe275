package dev.likeness.sandbox.http;

import dev.likeness.sandbox.schemas.InvalidField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error answer in the provider's shape. */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, Object> body = new LinkedHashMap<>();

    public ApiProblem(HttpStatus status, @Nullable String title, String detail) {
        super(detail);
        this.status = status;
        if (title != null) {
            body.put("title", title);
        }
        body.put("detail", detail);
        body.put("status", status.value());
    }

    public static ApiProblem unauthenticated() {
        return new ApiProblem(HttpStatus.UNAUTHORIZED, "Unauthenticated",
                "You did not pass a valid authentication token");
    }

    public static ApiProblem insufficientCredit() {
        return new ApiProblem(HttpStatus.PAYMENT_REQUIRED, "Insufficient credit",
                "You have insufficient credit to run this model. Go to "
                        + "https://replicate.com/account/billing#billing to purchase credit. Once you purchase credit, "
                        + "please wait a few minutes before trying again.");
    }

    public static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, null, "The requested resource could not be found.");
    }

    public static ApiProblem noDestination() {
        return new ApiProblem(HttpStatus.NOT_FOUND, null, "The specified training destination does not exist");
    }

    public static ApiProblem noVersion() {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid version or not permitted",
                "The specified version does not exist (or perhaps you don't have permission to use it?)");
    }

    public static ApiProblem modelExists() {
        String detail = "A model with that name and owner already exists.";
        ApiProblem problem = new ApiProblem(HttpStatus.CONFLICT, null, detail);
        // Clients read one or the other.
        problem.body.put("errors", List.of(Map.of("detail", detail)));
        return problem;
    }

    public static ApiProblem throttled(int retryAfterSeconds) {
        ApiProblem problem = new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, null,
                "Request was throttled. Your rate limit resets in ~" + retryAfterSeconds + "s.");
        problem.body.put("retry_after", retryAfterSeconds);
        return problem;
    }

    public static ApiProblem invalid(List<InvalidField> fields) {
        String detail = fields.stream()
                .map(field -> "- " + field.field() + ": " + field.description() + "\n")
                .collect(Collectors.joining());
        ApiProblem problem = new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "Input validation failed", detail);
        problem.body.put("invalid_fields", fields);
        return problem;
    }

    public HttpStatus status() {
        return status;
    }

    /** Keys {@code title} (if any), {@code detail}, {@code status} and what the kind adds. */
    public Map<String, Object> body() {
        return body;
    }
}
