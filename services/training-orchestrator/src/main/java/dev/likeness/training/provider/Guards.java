package dev.likeness.training.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What stands between us and the provider: a breaker for all, room for each kind of call, and the
 * budget.
 */
@Component
class Guards {

    private static final Logger log = LoggerFactory.getLogger(Guards.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    /** A call that would have to wait longer is left to whoever made it. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration UNASKED = Duration.ofSeconds(5);
    private static final int PROBES = 3;

    private final CallBudget budget;
    private final CircuitBreaker breaker;
    private final Map<Lane, Bulkhead> rooms;
    private final Retry retry;

    Guards(ProviderProperties provider, BreakerProperties settings, CallBudget budget) {
        this.budget = budget;
        this.breaker = breaker(settings);
        this.rooms = Arrays.stream(Lane.values())
                .collect(Collectors.toMap(Function.identity(), lane -> room(lane, provider.room(lane)), (a, _) -> a,
                        () -> new EnumMap<>(Lane.class)));
        this.retry = Retry.of("provider", RetryConfig.<Reply>custom()
                .maxAttempts(provider.attempts())
                .intervalBiFunction((attempt, outcome) -> outcome.isRight() && outcome.get().throttled()
                        ? outcome.get().pause().toMillis()
                        : IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, 0.5).apply(attempt))
                .retryOnResult(reply -> reply.transientFault()
                        && !(reply.throttled() && reply.pause().compareTo(LONGEST_WAIT) > 0))
                .retryOnException(failure -> !(failure instanceof CallNotPermittedException
                        || failure instanceof BudgetSpent))
                .build());
    }

    private static Bulkhead room(Lane lane, int calls) {
        return Bulkhead.of(lane.name(), BulkheadConfig.custom()
                .maxConcurrentCalls(calls)
                .maxWaitDuration(Duration.ZERO)
                .build());
    }

    private static CircuitBreaker breaker(BreakerProperties settings) {
        CircuitBreaker breaker = CircuitBreaker.of("provider", CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordResult(result -> result instanceof Reply reply && reply.broken())
                .ignoreExceptions(BulkheadFullException.class, BudgetSpent.class)
                .build());
        breaker.getEventPublisher()
                .onStateTransition(moved -> log.warn("The provider is taken for {}",
                        moved.getStateTransition().getToState()));
        return breaker;
    }

    /** Makes the call once; where it may not be made now, it is not. */
    Mono<Reply> once(Lane lane, Mono<Reply> call) {
        return allowed(lane)
                .then(call)
                .flatMap(reply -> reply.throttled()
                        ? budget.pause(reply.pause()).onErrorComplete().thenReturn(reply)
                        : Mono.just(reply))
                .transformDeferred(BulkheadOperator.of(rooms.get(lane)))
                .transformDeferred(CircuitBreakerOperator.of(breaker));
    }

    /**
     * Whatever keeps us from asking keeps the call from being sent, and must not look like a lost
     * answer.
     */
    private Mono<Void> allowed(Lane lane) {
        return budget.take(lane).onErrorMap(failure -> !(failure instanceof BudgetSpent), failure -> {
            log.warn("Whether the provider may be called could not be asked", failure);
            return new BudgetSpent(UNASKED);
        });
    }

    /** A few times if need be: only for what can't cost anything. */
    Mono<Reply> repeated(Lane lane, Mono<Reply> call) {
        return once(lane, call).transformDeferred(RetryOperator.of(retry));
    }

    /** Whether a call that failed so was certainly never sent. */
    static boolean neverSent(Throwable failure) {
        return failure instanceof BulkheadFullException || failure instanceof CallNotPermittedException
                || failure instanceof BudgetSpent;
    }
}
