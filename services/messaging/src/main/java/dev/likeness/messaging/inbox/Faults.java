package dev.likeness.messaging.inbox;

import dev.likeness.messaging.wire.RegistryUnavailable;
import dev.likeness.messaging.wire.Unreadable;
import io.r2dbc.spi.R2dbcNonTransientException;
import io.r2dbc.spi.R2dbcTransientException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure says about the record that met it. */
enum Faults {
    /** No retry can help. */
    UNREADABLE,
    /** Somebody else is away; the record is good. */
    OUTAGE,
    /** The handler failed; it is tried a few times. */
    HANDLER;

    static Faults of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable) {
                return UNREADABLE;
            }
            if (isOutage(cause)) {
                return OUTAGE;
            }
        }
        return HANDLER;
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof RegistryUnavailable || cause instanceof R2dbcTransientException
                || cause instanceof TransientDataAccessException || cause instanceof QueryTimeoutException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException || cause instanceof TimeoutException
                || cause instanceof IOException && !isStatement(cause);
    }

    private static boolean isStatement(Throwable cause) {
        return cause.getCause() instanceof R2dbcNonTransientException
                || cause.getCause() instanceof NonTransientDataAccessException;
    }
}
