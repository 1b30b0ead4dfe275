package dev.likeness.chaos;

import dev.likeness.chaos.parts.Database;
import dev.likeness.chaos.parts.Stand;
import dev.likeness.chaos.verdict.Stored;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orchestrator's database, read by SQL of our own: what it thinks of itself is not asked. */
final class TrainingTables {

    private final Database database;

    TrainingTables(Database database) {
        this.database = database;
    }

    /**
     * How calls without an answer were settled.
     *
     * @param count how many there were
     * @param median from the loss of the answer until it was known what had become of the call
     * @param longest the same
     */
    record Settling(long count, Duration median, Duration longest) {}

    List<Stored> trainings() {
        return rows("SELECT training_id, state, ended_at IS NOT NULL, failure FROM training",
                row -> new Stored(row.getString(1), row.getString(2), row.getBoolean(3),
                        Optional.ofNullable(row.getString(4))));
    }

    /**
     * All that is not done, but for what only waits for the clock: deadlines, the second clean-up, the
     * search for what may turn up late. What waits because it failed has tried.
     */
    long openWork() {
        return count("""
                SELECT count(*) FROM work WHERE done_at IS NULL
                AND NOT (attempt = 0 AND leased_until IS NULL AND due_at > clock_timestamp() + interval '3 seconds')
                """);
    }

    long unsettled() {
        return count("SELECT count(*) FROM training WHERE state IN ('SUBMITTING', 'UNKNOWN') AND ended_at IS NULL");
    }

    long unsent() {
        return count("SELECT count(*) FROM outbox WHERE parked_cause IS NULL");
    }

    long parked() {
        return count("SELECT count(*) FROM outbox WHERE parked_cause IS NOT NULL");
    }

    long deadLetters() {
        return count("SELECT count(*) FROM dead_letter");
    }

    /** Trainings that took more than one attempt, because an earlier one was void. */
    long againAfterVoid() {
        return count("SELECT count(*) FROM training WHERE attempt > 1");
    }

    Settling settling() {
        return rows("""
                WITH told AS (
                    SELECT state, at, lead(at) OVER (PARTITION BY training_id ORDER BY number) AS until
                    FROM training_told)
                SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM until - at)),
                       max(extract(epoch FROM until - at))
                FROM told WHERE state = 'UNKNOWN' AND until IS NOT NULL
                """, row -> new Settling(row.getLong(1), seconds(row.getDouble(2)), seconds(row.getDouble(3))))
                .getFirst();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private long count(String query) {
        return rows(query, row -> row.getLong(1)).getFirst();
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Row<T> read) {
        var server = database.server();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(Stand.DATABASE), server.user(),
                server.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(read.read(result));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException("The database does not answer", failed);
        }
    }
}
