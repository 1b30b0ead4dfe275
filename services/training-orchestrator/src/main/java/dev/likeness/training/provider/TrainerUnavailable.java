package dev.likeness.training.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider did not answer as it should; later it may. Its message is fit for a log, and where
 * it was thrown says nothing.
 */
public final class TrainerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Duration after;

    TrainerUnavailable(String what) {
        this(what, Optional.empty());
    }

    TrainerUnavailable(String what, Optional<Duration> after) {
        super("The provider did not answer as it should: " + what, null, false, false);
        this.after = after.orElse(null);
    }

    /** Whether nobody answered: a provider that says how long to wait was reached. */
    public static boolean isUnreached(Throwable failure) {
        return failure instanceof TrainerUnavailable unavailable && unavailable.after == null;
    }

    /** When it is to be asked again, where that is known. */
    public Optional<Duration> after() {
        return Optional.ofNullable(after);
    }
}
