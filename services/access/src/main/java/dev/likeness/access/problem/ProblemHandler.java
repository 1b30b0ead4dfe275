package dev.likeness.access.problem;

import dev.likeness.access.Problem;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * Answers every failed exchange; what nobody expected is logged under an id that the answer shows.
 */
final class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;
    private final FailureProblems problems;

    ProblemHandler(ProblemWriter writer, FailureProblems problems) {
        this.writer = writer;
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(new AnswerBroken(logged(failure)));
        }
        Problem problem = problems.of(failure).orElseGet(() -> unexpected(failure));
        HttpHeaders extra = failure instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
        return writer.write(exchange, problem, extra);
    }

    private Problem unexpected(Throwable failure) {
        return problems.unexpected(logged(failure));
    }

    private static String logged(Throwable failure) {
        String incident = UUID.randomUUID().toString();
        log.error("Incident {}: {}", incident, LoggedTrace.of(failure));
        return incident;
    }

    /**
     * Ends an answer that had begun, which can only be done by breaking the connection. The server logs
     * what ends it so, unfiltered: this says no more than the incident.
     */
    private static final class AnswerBroken extends RuntimeException {

        AnswerBroken(String incident) {
            super("Answer broken off, incident " + incident, null, false, false);
        }
    }
}
