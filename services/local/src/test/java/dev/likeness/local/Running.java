package dev.likeness.local;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.FreePorts;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Status.Urls;
import dev.likeness.local.stack.Stack;
import dev.likeness.local.stack.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instance under test: one of this JVM, or a deployment somewhere else whose edge and keys are
 * named by the system properties {@code likeness.edge} and {@code likeness.keys}, seen through its
 * edge alone.
 */
final class Running {

    private static @Nullable Running one;

    private final URI edge;
    private final TokenSigner signer;
    private final Optional<Urls> parts;

    private Running(URI edge, TokenSigner signer, Optional<Urls> parts) {
        this.edge = edge;
        this.signer = signer;
        this.parts = parts;
    }

    // Not in the class's initializer: the parts start on other threads, which would wait for it.
    static synchronized Running one() {
        Running running = one;
        if (running == null) {
            running = start();
            one = running;
        }
        return running;
    }

    /** A client that is this person. */
    Api as(String userId) {
        return new Api(edge, Optional.of(signer.issue(Tokens.ISSUER, Tokens.AUDIENCE, userId, List.of(),
                Duration.ofHours(1))));
    }

    Api expired(String userId) {
        return new Api(edge, Optional.of(signer.issue(Tokens.ISSUER, Tokens.AUDIENCE, userId, List.of(),
                Duration.ofHours(-1))));
    }

    Api forged(String userId) {
        return new Api(edge, Optional.of(TokenSigner.random(Clock.systemUTC())
                .issue(Tokens.ISSUER, Tokens.AUDIENCE,
                        userId, List.of(), Duration.ofHours(1))));
    }

    Api nobody() {
        return new Api(edge, Optional.empty());
    }

    /** Where the parts are; empty for a deployment that shows no more than its edge. */
    Optional<Urls> parts() {
        return parts;
    }

    private static Running start() {
        String edge = System.getProperty("likeness.edge", "");
        if (!edge.isBlank()) {
            return new Running(URI.create(edge),
                    TokenSigner.in(Path.of(System.getProperty("likeness.keys")), Clock.systemUTC()), Optional.empty());
        }
        try {
            Home home = Home.at(Files.createTempDirectory("likeness-end-to-end-"));
            Stack stack = Stack.start(home, FreePorts.one(), List.of("--sandbox.training-duration=5s"), line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            Urls urls = stack.urls();
            return new Running(urls.edge(), TokenSigner.in(home.keys(), Clock.systemUTC()), Optional.of(urls));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
