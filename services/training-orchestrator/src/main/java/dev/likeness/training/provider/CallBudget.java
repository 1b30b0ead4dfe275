package dev.likeness.training.provider;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** How often the provider may be called, by all instances together. */
interface CallBudget {

    /**
     * Permission for one call, after a short wait if need be; fails with {@link BudgetSpent} where
     * there is none.
     */
    Mono<Void> take(Lane lane);

    /** The provider wants to be left alone that long, by everybody. */
    Mono<Void> pause(Duration pause);
}
