package dev.likeness.access;

import reactor.core.publisher.Mono;

/**
 * Work that goes on when the client has gone. Cancelling around database work can lose a pooled
 * connection or leave half of a sequence undone, so a hung-up client only stops listening.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /**
     * The same work, started on subscription with the subscriber's context, that ignores cancellation.
     */
    public static <T> Mono<T> of(Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }
}
