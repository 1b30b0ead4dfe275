package dev.likeness.generation.provider;

import dev.likeness.generation.shoot.FailureReason;
import java.net.URI;
import reactor.core.publisher.Mono;

/** Fetches what was painted, from the places where that may lie and from nowhere else. */
public interface Outputs {

    /** Fails for what may pass; what never will is {@link Fetched.Lost}. */
    Mono<Fetched> fetch(URI output);

    /** Checks bytes that are already in our store, as {@link #fetch} does. */
    Mono<Fetched> check(byte[] bytes);

    /** What came of it. */
    sealed interface Fetched {

        /** A whole picture of the format that was asked for. */
        record Picture(byte[] bytes, String contentType, int width, int height) implements Fetched {}

        record Lost(FailureReason reason) implements Fetched {}
    }
}
