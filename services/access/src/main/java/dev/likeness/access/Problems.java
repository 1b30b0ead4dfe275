package dev.likeness.access;

import org.springframework.http.HttpStatus;

/** Short ways to the problems that any service may throw. */
public final class Problems {

    /** The service name in the problems of this module: tokens, cursors, limits, idempotency keys. */
    public static final String ACCESS = "access";

    private Problems() {}

    /**
     * To be thrown or put into {@code Mono.error}; the type is {@code urn:problem:<service>:<slug>}.
     */
    public static ProblemException of(HttpStatus status, String service, String slug, String title, String detail) {
        return new ProblemException(Problem.of(status, service, slug, title, detail));
    }

    /** A 404; also for what belongs to somebody else, so that nobody learns that it exists. */
    public static ProblemException notFound(String service, String slug, String title, String detail) {
        return of(HttpStatus.NOT_FOUND, service, slug, title, detail);
    }

    static ProblemException badRequest(String slug, String title, String detail) {
        return of(HttpStatus.BAD_REQUEST, ACCESS, slug, title, detail);
    }
}
