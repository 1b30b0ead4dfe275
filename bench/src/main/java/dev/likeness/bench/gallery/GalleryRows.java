package dev.likeness.bench.gallery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of many galleries, and the list's statements as the service sends them. */
final class GalleryRows {

    static final String PERSON = "a1b2c3d4e5f60000000000000000000000000001";
    static final int OWN = 5_000;
    static final int OTHERS = 50_000;

    private static final String FROM = "SELECT * FROM portrait WHERE user_id = ? AND epoch = "
            + "(SELECT epoch FROM person_epoch WHERE user_id = ?) AND ";
    private static final String NEWEST = " ORDER BY created_at DESC, (-place) DESC, portrait_id DESC LIMIT 51";
    private static final String SHOWN = "trashed_at IS NULL AND (saved_at IS NOT NULL OR expires_at > now())"
            + " AND (saved_at IS NOT NULL OR NOT held_back)";
    private static final String LIKENESS = " ORDER BY (COALESCE(likeness, '-Infinity')) DESC, created_at DESC,"
            + " (-place) DESC, portrait_id DESC LIMIT 51";

    /** What is asked of the service, and the same of the database. */
    record Page(String name, String query, String sql) {}

    static final List<Page> PAGES = List.of(new Page("newest", "", FROM + SHOWN + NEWEST),
            new Page("by likeness", "?sort=likeness", FROM + SHOWN + LIKENESS),
            new Page("saved", "?state=saved", FROM + "saved_at IS NOT NULL AND trashed_at IS NULL" + NEWEST),
            new Page("previews", "?state=preview",
                    FROM + "saved_at IS NULL AND trashed_at IS NULL AND expires_at > now()"
                            + " AND (saved_at IS NOT NULL OR NOT held_back)" + NEWEST),
            new Page("favourites by likeness", "?favourite=true&sort=likeness",
                    FROM + SHOWN + " AND favourite" + LIKENESS),
            new Page("one band", "?band=DOUBTFUL",
                    FROM + SHOWN + " AND likeness_band = ANY('{DOUBTFUL}')" + NEWEST),
            new Page("trash", "?state=trash", FROM + "trashed_at IS NOT NULL AND trash_until > now()" + NEWEST));

    private final Connection database;

    GalleryRows(Connection database) {
        this.database = database;
    }

    /**
     * Four portraits a minute: nine of ten saved, one of twenty a favourite, one of fifty in the trash.
     */
    void fill() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO person_epoch (user_id, epoch, space) SELECT owner, 1, md5(owner) FROM ("
                    + "SELECT '" + PERSON + "' AS owner UNION ALL SELECT 'other' || n FROM generate_series(1, 500) n)");
            statement.execute(insert("'" + PERSON + "'", OWN, "interval '15 seconds' * n"));
            statement.execute(insert("'other' || (1 + n % 500)", OTHERS, "interval '2 seconds' * n"));
            statement.execute("ANALYZE");
        }
    }

    private static String insert(String owner, int count, String age) {
        return """
                INSERT INTO portrait (user_id, epoch, portrait_id, generation_id, model_version, preview_key, gallery_key,
                    content_type, width, height, size, seed, place, likeness, likeness_band, likeness_percentile, held_back,
                    created_at, expires_at, remove_at, saved_at, favourite, trashed_at, trash_until, placeholder)
                SELECT %1$s, 1, gen_random_uuid()::text, (n / 4)::text, 'owner/name:version',
                       md5(%1$s) || '/' || md5(n::text), md5(%1$s) || '/' || md5('copy' || n::text), 'image/jpeg', 896, 1152, 900000, n,
                       n %% 4, CASE WHEN n %% 11 > 0 THEN random() END,
                       CASE WHEN n %% 11 > 0 THEN (ARRAY['AS_YOUR_PHOTOS', 'ALIKE', 'DOUBTFUL', 'NOT_YOU'])[1 + n %% 4]
                            ELSE 'NOT_MEASURED' END, 50, n %% 10 = 0 AND n %% 3 = 0,
                       now() - %3$s, now() + interval '20 hours', now() + interval '22 hours',
                       CASE WHEN n %% 10 > 0 THEN now() - %3$s END, n %% 20 = 0,
                       CASE WHEN n %% 50 = 7 THEN now() END, CASE WHEN n %% 50 = 7 THEN now() + interval '29 days' END,
                       'data:image/png;base64,' || repeat('x', 520)
                FROM generate_series(1, %2$d) n
                """
                .formatted(owner, count, age);
    }

    /** Rows of a page as JDBC reads them, every column. */
    int read(Page page) throws SQLException {
        try (PreparedStatement statement = prepared(page.sql()); ResultSet rows = statement.executeQuery()) {
            int count = 0;
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    Object value = rows.getObject(i);
                    count += value == null ? 0 : 1;
                }
            }
            return count;
        }
    }

    /** How the database goes about it: its plan, one line each, and the time it takes. */
    List<String> plan(Page page) throws SQLException {
        try (PreparedStatement statement = prepared(
                "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) " + page.sql());
                ResultSet rows = statement.executeQuery()) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        statement.setString(1, PERSON);
        statement.setString(2, PERSON);
        return statement;
    }

    /** One more portrait of the person, the newest and the most alike of all. */
    void arrive(int number) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(insert("'" + PERSON + "'", 1, "interval '-1 second' * " + number)
                    .replace("CASE WHEN n % 11 > 0 THEN random() END", Double.toString(1 + number / 1e6)));
        }
    }
}
