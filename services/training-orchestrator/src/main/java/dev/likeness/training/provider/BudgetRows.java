package dev.likeness.training.provider;

import dev.likeness.messaging.Transactions;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A bucket of calls in one row, filled by the database's own clock. One statement, so that each
 * instance sees what the one before it left; {@code now()} is the statement's, the same wherever it
 * stands in it.
 */
@Component
class BudgetRows {

    private static final String FILLED = """
            LEAST(:burst, tokens + :rate * GREATEST(0, EXTRACT(EPOCH FROM now() - refilled_at))::float8)""";
    private static final String GRANTED = "CASE WHEN paused_until > now() THEN 0 ELSE LEAST(:want, GREATEST(0, floor("
            + FILLED + " - :reserve))) END";

    private final DatabaseClient database;
    private final Transactions transactions;
    private final BudgetProperties properties;

    BudgetRows(DatabaseClient database, Transactions transactions, BudgetProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.properties = properties;
    }

    /** @return how many of them were granted */
    Mono<Integer> draw(int want, double reserve) {
        return alone(database.sql("UPDATE provider_budget SET granted = " + GRANTED + ", tokens = " + FILLED + " - "
                + GRANTED + ", refilled_at = GREATEST(refilled_at, now()) RETURNING granted::int AS granted")
                .bind("burst", (double) properties.burst())
                .bind("rate", properties.perSecond())
                .bind("want", (double) want)
                .bind("reserve", reserve)
                .map(row -> Objects.requireNonNull(row.get("granted", Integer.class)))
                .one());
    }

    Mono<Void> pause(Duration pause) {
        return alone(database.sql("""
                UPDATE provider_budget SET paused_until =
                    GREATEST(COALESCE(paused_until, now()), now() + make_interval(secs => :seconds))
                """).bind("seconds", pause.toMillis() / 1000.0).then());
    }

    /**
     * In a transaction of its own, whatever the caller is in: one that is held would hold everybody.
     */
    private <T> Mono<T> alone(Mono<T> statement) {
        return transactions.quietly(() -> statement).contextWrite(_ -> Context.empty());
    }
}
