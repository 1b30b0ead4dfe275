package dev.likeness.bench.training;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** The service's tables, seen from outside: trainings put there, and what it does counted. */
final class TrainingTables implements AutoCloseable {

    private static final String RECIPE = """
            {"version":1,"trainer":"ostris/flux-dev-lora-trainer",
             "trainerVersion":"26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2","steps":1200,
             "loraRank":32,"resolution":"1024","autocaption":true,"optimizer":"adamw8bit","cacheLatentsToDisk":false,
             "captionDropoutRate":0.05,"learningRate":1.0E-4,"batchSize":1,"gradientCheckpointing":true,
             "mixedPrecision":"fp16","networkAlpha":32,"priorLossWeight":1.0}""";

    private final Connection connection;

    TrainingTables(Connection connection) {
        this.connection = connection;
    }

    /** What the server has counted since it was told to begin. */
    record Load(long statements, long transactions, long rowsWritten, double milliseconds) {}

    record Lateness(long looks, double median, double p99, double most) {}

    /**
     * Trainings under way, their looks due evenly over that time.
     *
     * @param oldest when the first was accepted
     * @param newest when the last was
     */
    void fill(int count, Instant oldest, Instant newest, Duration dueWithin) throws SQLException {
        execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        execute("""
                INSERT INTO person_epoch (user_id, epoch, space)
                SELECT 'bench' || n, 1, md5('space' || n) FROM generate_series(0, %d) n""".formatted(count - 1));
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO training (training_id, user_id, epoch, space, upload_id, trigger_word, recipe, photos,
                    photo_count, state, attempt, requested_at, deadline, accepted_at, running_at, moved_at, step,
                    total_steps, told_step, told_total, told_at, heard_at)
                SELECT md5('training' || n)::uuid, 'bench' || n, 1, md5('space' || n), 'upload', 'userbench' || n,
                    ?::jsonb, '[]', 20, 'RUNNING', 1, at, at + interval '3 hours', at, at, at + interval '1 second', 1,
                    1200, 1, 1200, at + interval '1 second', at + interval '1 second'
                FROM (SELECT n, ?::timestamptz + n * (?::timestamptz - ?::timestamptz) / ? AS at
                      FROM generate_series(0, ?) n) s""")) {
            insert.setString(1, RECIPE);
            insert.setTimestamp(2, Timestamp.from(oldest));
            insert.setTimestamp(3, Timestamp.from(newest));
            insert.setTimestamp(4, Timestamp.from(oldest));
            insert.setInt(5, count);
            insert.setInt(6, count - 1);
            insert.executeUpdate();
        }
        execute("""
                INSERT INTO training_attempt (training_id, attempt, user_id, epoch, state, zip, calls, calling,
                    intended_at, provider_id)
                SELECT md5('training' || n)::uuid, 1, 'bench' || n, 1, 'RUNNING', md5('space' || n) || '/zip', 1, true,
                    now(), 't' || n FROM generate_series(0, %d) n""".formatted(count - 1));
        work("training-poll", "1", count, "random() * " + dueWithin.toSeconds());
        work("training-deadline", "all", count, "9000");
        execute("ANALYZE");
        countLateness();
    }

    private void work(String kind, String detail, int count, String dueInSeconds) throws SQLException {
        execute("""
                INSERT INTO work (kind, key, user_id, epoch, space, due_at, traceparent, may_spend)
                SELECT '%s', md5('training' || n)::uuid || ':%s', 'bench' || n, 1, md5('space' || n),
                    now() + make_interval(secs => %s),
                    '00-' || md5('trace' || n) || '-' || left(md5('span' || n), 16) || '-01', true
                FROM generate_series(0, %d) n""".formatted(kind, detail, dueInSeconds, count - 1));
    }

    private void countLateness() throws SQLException {
        execute("CREATE UNLOGGED TABLE bench_late (seconds double precision NOT NULL)");
        execute("GRANT INSERT ON bench_late TO PUBLIC");
        execute("""
                CREATE FUNCTION bench_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    INSERT INTO bench_late VALUES (EXTRACT(EPOCH FROM clock_timestamp() - OLD.due_at));
                    RETURN NEW;
                END $$""");
        execute("""
                CREATE TRIGGER bench_late BEFORE UPDATE ON work FOR EACH ROW
                WHEN (NEW.fence > OLD.fence AND NEW.kind = 'training-poll') EXECUTE FUNCTION bench_late()""");
    }

    void begin() throws SQLException {
        execute("SELECT pg_stat_statements_reset()");
        execute("SELECT pg_stat_reset()");
        execute("TRUNCATE bench_late");
    }

    Load load() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT (SELECT sum(calls) FROM pg_stat_statements s WHERE s.dbid = d.datid
                        AND query NOT LIKE '%bench_late%') AS statements,
                       (SELECT sum(total_exec_time) FROM pg_stat_statements s WHERE s.dbid = d.datid) AS millis,
                       xact_commit + xact_rollback AS transactions, tup_inserted + tup_updated + tup_deleted AS rows
                FROM pg_stat_database d WHERE datname = current_database()""")) {
            row.next();
            return new Load(row.getLong("statements"), row.getLong("transactions"), row.getLong("rows"),
                    row.getDouble("millis"));
        }
    }

    Lateness lateness() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT count(*) AS looks, COALESCE(max(seconds), 0) AS most,
                       COALESCE(percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds), 0) AS median,
                       COALESCE(percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds), 0) AS p99 FROM bench_late""")) {
            row.next();
            return new Lateness(row.getLong("looks"), row.getDouble("median"), row.getDouble("p99"),
                    row.getDouble("most"));
        }
    }

    /**
     * How long the person would have been told something old: since the provider was last heard from.
     */
    double[] unheardSeconds() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT percentile_cont(ARRAY[0.5, 0.99, 1]) WITHIN GROUP
                    (ORDER BY EXTRACT(EPOCH FROM clock_timestamp() - heard_at)) AS late
                FROM training WHERE state = 'RUNNING'""")) {
            row.next();
            Double[] values = (Double[]) row.getArray("late").getArray();
            return new double[]{values[0], values[1], values[2]};
        }
    }

    /** How long after their end at the provider trainings were taken for ended. */
    double[] endedLateSeconds(Duration lasts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT percentile_cont(ARRAY[0.5, 0.99, 1]) WITHIN GROUP
                    (ORDER BY EXTRACT(EPOCH FROM ended_at - accepted_at) - ?) AS late
                FROM training WHERE state = 'SUCCEEDED' AND ended_at > now() - interval '5 minutes'""")) {
            statement.setLong(1, lasts.toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Double[] values = (Double[]) row.getArray("late").getArray();
                return new double[]{values[0], values[1], values[2]};
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
