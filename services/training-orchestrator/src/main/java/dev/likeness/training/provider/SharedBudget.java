package dev.likeness.training.provider;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes from the common budget a handful at a time; an urgent call asks for itself alone. */
@Component
class SharedBudget implements CallBudget {

    private static final Pocket EMPTY = new Pocket(0, 0);

    private final BudgetRows rows;
    private final BudgetProperties properties;
    private final AtomicReference<Pocket> pocket = new AtomicReference<>(EMPTY);
    private final AtomicReference<@Nullable Mono<Integer>> asking = new AtomicReference<>();

    SharedBudget(BudgetRows rows, BudgetProperties properties) {
        this.rows = rows;
        this.properties = properties;
    }

    /** @param until of {@link System#nanoTime} */
    private record Pocket(int left, long until) {

        boolean usable() {
            return left > 0 && System.nanoTime() - until < 0;
        }
    }

    @Override
    public Mono<Void> take(Lane lane) {
        return Mono.defer(() -> take(lane, System.nanoTime() + properties.patience().toNanos()));
    }

    private Mono<Void> take(Lane lane, long until) {
        if (!lane.urgent() && fromPocket()) {
            return Mono.empty();
        }
        Mono<Integer> granted = lane.urgent() ? rows.draw(1, properties.reserve(lane)) : refill(lane);
        return granted.flatMap(calls -> calls > 0
                ? lane.urgent() ? Mono.<Void>empty() : take(lane, until)
                : wait(lane, until));
    }

    private Mono<Void> wait(Lane lane, long until) {
        Duration pause = Duration.ofMillis(Math.max(20, Math.round(1000 / properties.perSecond())));
        return System.nanoTime() + pause.toNanos() - until > 0
                ? Mono.error(new BudgetSpent(properties.patience()))
                : Mono.delay(pause).then(Mono.defer(() -> take(lane, until)));
    }

    private boolean fromPocket() {
        Pocket before = pocket.getAndUpdate(
                held -> held.usable() ? new Pocket(held.left - 1, held.until) : EMPTY);
        return before.usable();
    }

    /** One question at a time, whose answer all wait for. */
    private Mono<Integer> refill(Lane lane) {
        Mono<Integer> question = Mono.defer(() -> rows.draw(properties.batch(), properties.reserve(lane)))
                .doOnNext(calls -> pocket
                        .set(new Pocket(calls, System.nanoTime() + properties.keep().toNanos())))
                // Before anybody hears the answer: who finds the pocket empty again must not get the same one.
                .doOnTerminate(() -> asking.set(null))
                .cache();
        return asking.compareAndSet(null, question)
                ? question
                : Objects.requireNonNullElse(asking.get(), question);
    }

    @Override
    public Mono<Void> pause(Duration pause) {
        return Mono.defer(() -> {
            pocket.set(EMPTY);
            return rows.pause(pause);
        });
    }
}
