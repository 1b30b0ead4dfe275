package dev.likeness.messaging;

import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What caused the work under way. It travels in the Reactor context, and the outbox and the workers
 * copy it, so that no handler can forget to.
 *
 * @param trace where the work stands in a distributed trace
 * @param replay the replay it is part of, if any
 */
public record Causation(TraceParent trace, Optional<Replay> replay) {

    /**
     * A replay of events that happened before.
     *
     * @param id the replay's id
     * @param target the one service it is meant for
     * @param maySpend whether it may start what costs money
     */
    public record Replay(String id, String target, boolean maySpend) {}

    /** A cause of its own: a request of a person, or the service itself. */
    public static Causation fresh() {
        return new Causation(TraceParent.fresh(), Optional.empty());
    }

    /** Whether work with this cause may start what costs money. */
    public boolean maySpend() {
        return replay.map(Replay::maySpend).orElse(true);
    }

    public static Mono<Causation> current() {
        return Mono.deferContextual(context -> Mono.just(of(context)));
    }

    public static Causation of(ContextView context) {
        return context.getOrDefault(Causation.class, null) instanceof Causation causation ? causation : fresh();
    }

    public Context writeTo(Context context) {
        return context.put(Causation.class, this);
    }
}
