package dev.likeness.access.problem;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Which problem a failure is; empty for what nobody expected. */
final class FailureProblems {

    private final String service;
    private final InputProblems input;

    FailureProblems(String service) {
        this.service = service;
        this.input = new InputProblems(service);
    }

    Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> Optional.of(known.problem());
            case Throwable any when causes(any).anyMatch(DataBufferLimitException.class::isInstance) ->
                Optional.of(tooLarge());
            case WebExchangeBindException invalid -> Optional.of(input.invalid(invalid));
            case HandlerMethodValidationException invalid when !invalid.isForReturnValue() ->
                Optional.of(input.invalid(invalid));
            case ServerWebInputException unreadable -> Optional.of(input.unreadable(unreadable));
            case MethodNotAllowedException wrong -> Optional.of(methodNotAllowed(wrong));
            case UnsupportedMediaTypeStatusException wrong -> Optional.of(unsupportedMediaType(wrong));
            case NotAcceptableStatusException wrong -> Optional.of(notAcceptable(wrong));
            case ErrorResponseException own -> fromBody(own.getStatusCode().value(), own.getBody());
            case ErrorResponse other -> fromStatus(other.getStatusCode().value());
            case ConnectException _ -> Optional.of(unreachable());
            default -> Optional.empty();
        };
    }

    Problem unexpected(String incident) {
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong",
                "Something went wrong on our side. Try again; if it stays, tell support the incident " + incident + ".")
                .with("incident", incident);
    }

    private Problem tooLarge() {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large",
                "The body is larger than this route takes.");
    }

    private Problem methodNotAllowed(MethodNotAllowedException wrong) {
        var allowed = wrong.getSupportedMethods().stream().map(Object::toString).sorted().toList();
        return problem(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed",
                wrong.getHttpMethod() + " is not possible here; possible: " + String.join(", ", allowed) + ".")
                .with("allowed", allowed);
    }

    private Problem unsupportedMediaType(UnsupportedMediaTypeStatusException wrong) {
        MediaType sent = wrong.getContentType();
        var supported = wrong.getSupportedMediaTypes().stream().map(MediaType::toString).distinct().toList();
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unsupported media type",
                (sent == null ? "The request has no readable Content-Type" : "Content-Type " + sent + " is not taken")
                        + (supported.isEmpty() ? "." : "; taken: " + String.join(", ", supported) + "."))
                .with("supported", supported);
    }

    private Problem notAcceptable(NotAcceptableStatusException wrong) {
        var supported = wrong.getSupportedMediaTypes().stream().map(MediaType::toString).distinct().toList();
        return problem(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "Not acceptable",
                "Nothing that Accept allows can be given here"
                        + (supported.isEmpty() ? "." : "; possible: " + String.join(", ", supported) + "."))
                .with("supported", supported);
    }

    private Problem unreachable() {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "unreachable", "Not reachable just now",
                "A part of the system can't be reached just now. Nothing is lost; try again in a moment.")
                .with(Problem.RETRY_AFTER, 5);
    }

    // A service's own ErrorResponseException keeps its words: they were written to be shown.
    private Optional<Problem> fromBody(int status, ProblemDetail body) {
        URI type = body.getType();
        if (type == null || "about:blank".equals(type.toString())) {
            return fromStatus(status);
        }
        HttpStatus known = statusOf(status);
        return Optional.of(new Problem(known, type, text(body.getTitle(), known.getReasonPhrase()),
                text(body.getDetail(), known.getReasonPhrase()),
                Objects.requireNonNullElse(body.getProperties(), Map.of())));
    }

    private Optional<Problem> fromStatus(int code) {
        HttpStatus status = statusOf(code);
        return switch (status) {
            case INTERNAL_SERVER_ERROR -> Optional.empty();
            case NOT_FOUND -> Optional.of(problem(status, "unknown-route", "No such route",
                    "There is nothing at this path. The routes are listed at /v3/api-docs."));
            case SERVICE_UNAVAILABLE, BAD_GATEWAY, GATEWAY_TIMEOUT -> Optional.of(unreachable());
            default -> Optional.of(problem(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    status.getReasonPhrase(), status.getReasonPhrase() + "."));
        };
    }

    private Problem problem(HttpStatus status, String slug, String title, String detail) {
        return Problem.of(status, service, slug, title, detail);
    }

    private static HttpStatus statusOf(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String text(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
