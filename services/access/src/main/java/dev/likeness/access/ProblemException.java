package dev.likeness.access;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Carries a {@link Problem} out of a controller to the one place that renders it. */
public final class ProblemException extends ErrorResponseException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status(), detailOf(problem), null);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The same with one more member, for example a measured value. */
    public ProblemException with(String name, Object value) {
        return new ProblemException(problem.with(name, value));
    }

    private static ProblemDetail detailOf(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        detail.setType(problem.type());
        detail.setTitle(problem.title());
        problem.extensions().forEach(detail::setProperty);
        return detail;
    }
}
