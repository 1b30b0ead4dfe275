package dev.likeness.training.spend;

/** The statements that add entries to their days; they begin with {@code WITH entry AS (...)}. */
final class SpendSql {

    private SpendSql() {}

    static final String ADD_TO_DAYS = """
            UPDATE spend_day AS d SET reserved = d.reserved + e.reserved, overrun = d.overrun + e.overrun,
                   consumed = d.consumed + e.consumed, released = d.released + e.released
            FROM (SELECT day, SUM(CASE kind WHEN 'RESERVE' THEN micros ELSE 0 END) AS reserved,
                         SUM(CASE kind WHEN 'OVERRUN' THEN micros ELSE 0 END) AS overrun,
                         SUM(CASE kind WHEN 'CONSUME' THEN micros ELSE 0 END) AS consumed,
                         SUM(CASE kind WHEN 'RELEASE' THEN micros ELSE 0 END) AS released
                  FROM entry GROUP BY day) AS e
            WHERE d.day = e.day
            """;

    static final String CLOSE_OLDER = """
            WITH entry AS (
                INSERT INTO spend_entry (training_id, attempt, user_id, epoch, day, kind, micros)
                SELECT s.training_id, s.attempt, :userId, s.epoch, s.day,
                       CASE WHEN a.calling OR a.provider_id IS NOT NULL THEN 'CONSUME' ELSE 'RELEASE' END, s.held
                FROM spend_attempt s
                LEFT JOIN training_attempt a ON a.training_id = s.training_id AND a.attempt = s.attempt
                WHERE s.user_id = :userId AND s.epoch < :epoch AND s.held > 0
                RETURNING day, kind, micros)
            """ + ADD_TO_DAYS;
}
