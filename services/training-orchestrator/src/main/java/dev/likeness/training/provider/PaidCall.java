package dev.likeness.training.provider;

import dev.likeness.messaging.CrashPoint;
import dev.likeness.training.run.Recipe;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one call that costs money, and what its answer, or the lack of one, says. */
@Component
class PaidCall {

    private static final Logger log = LoggerFactory.getLogger(PaidCall.class);
    private static final Duration UNREACHABLE = Duration.ofSeconds(5);

    private final ReplicateHttp http;
    private final CallbackProperties callback;

    PaidCall(ReplicateHttp http, CallbackProperties callback) {
        this.http = http;
        this.callback = callback;
    }

    Mono<Submission> make(Order order) {
        Recipe recipe = order.recipe();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("destination", order.destination());
        body.put("input", order.input().with(order.triggerWord(), order.images()));
        if (callback.url() != null) {
            body.put("webhook", callback.url().toString());
            body.put("webhook_events_filter", List.of("start", "completed"));
        }
        return Mono.fromRunnable(CrashPoint.BEFORE_PAID_CALL::reached)
                .then(http.post("/models/" + recipe.trainer() + "/versions/" + recipe.trainerVersion() + "/trainings",
                        body))
                .doOnNext(reply -> CrashPoint.AFTER_PAID_ANSWER.reached())
                .map(PaidCall::answer)
                .onErrorResume(failure -> Mono.just(noAnswer(failure)));
    }

    private static Submission answer(Reply reply) {
        if (reply.ok()) {
            return TrainingJson.text(reply.body(), "id")
                    .<Submission>map(Submission.Accepted::new)
                    .orElseGet(Submission.Lost::new);
        }
        if (reply.throttled()) {
            return new Submission.NotAccepted(reply.pause());
        }
        if (reply.transientFault() || reply.status() < 400) {
            log.warn("The provider answered a training with {}: whether it accepted it is to be found out",
                    reply.status());
            return new Submission.Lost();
        }
        log.error("The provider refused a training with {}", reply.summary());
        if (reply.status() == 404 && reply.detail().contains("destination")) {
            // It was there a moment ago; it is made again.
            return new Submission.NotAccepted(UNREACHABLE);
        }
        return new Submission.Refused(reply.refusal());
    }

    /** Only where no connection came about is it certain that nothing was sent. */
    private static Submission noAnswer(Throwable failure) {
        boolean neverSent = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException || cause instanceof UnknownHostException
                        || Guards.neverSent(cause));
        log.warn("The provider gave no answer to a training: {}", failure.getClass().getSimpleName());
        return neverSent ? new Submission.NotAccepted(UNREACHABLE) : new Submission.Lost();
    }
}
