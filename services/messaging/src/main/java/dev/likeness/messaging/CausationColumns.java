package dev.likeness.messaging;

import dev.likeness.messaging.Causation.Replay;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * A causation as every row that may cause something keeps it: {@code traceparent},
 * {@code replay_id}, {@code replay_target} and {@code may_spend}.
 */
public final class CausationColumns {

    private CausationColumns() {}

    /** For a statement with the parameters traceparent, replayId, replayTarget and maySpend. */
    public static GenericExecuteSpec bind(GenericExecuteSpec statement, Causation causation) {
        return statement.bind("traceparent", causation.trace().toString())
                .bind("replayId", text(causation.replay().map(Replay::id)))
                .bind("replayTarget", text(causation.replay().map(Replay::target)))
                .bind("maySpend", causation.maySpend());
    }

    /** An unreadable trace becomes a fresh one: no work is given up for it. */
    public static Causation read(Readable row) {
        TraceParent trace = TraceParent.parse(required(row.get("traceparent", String.class)))
                .orElseGet(TraceParent::fresh);
        return new Causation(trace, Optional.ofNullable(row.get("replay_id", String.class))
                .map(id -> new Replay(id, Objects.requireNonNullElse(row.get("replay_target", String.class), ""),
                        required(row.get("may_spend", Boolean.class)))));
    }

    private static Parameter text(Optional<String> value) {
        return Parameters.in(R2dbcType.VARCHAR, value.orElse(null));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
