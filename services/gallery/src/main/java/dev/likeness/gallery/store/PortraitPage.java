package dev.likeness.gallery.store;

import dev.likeness.access.Cursor;
import dev.likeness.gallery.Portraits.Filter;
import dev.likeness.gallery.Portraits.Kind;
import dev.likeness.gallery.Portraits.Sort;
import dev.likeness.gallery.Portraits.Wanted;
import dev.likeness.gallery.portrait.Likeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page as SQL: what of the portraits is wanted, and where it goes on. The conditions are those
 * of the indexes, word for word.
 */
record PortraitPage(String sql, Map<String, Object> values) {

    private static final String SCORE = "(COALESCE(likeness, '-Infinity'))";
    private static final String NOT_IN_TRASH = "trashed_at IS NULL";
    private static final String A_PREVIEW = "saved_at IS NULL AND trashed_at IS NULL AND expires_at > :now";

    static PortraitPage of(String from, Wanted wanted) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        filter(wanted, conditions, values);
        wanted.after().ifPresent(cursor -> goOn(wanted.sort(), cursor, conditions, values));
        values.put("rows", wanted.rows());
        String where = String.join("", conditions.stream().map(condition -> " AND " + condition).toList());
        return new PortraitPage(from + where + " ORDER BY " + order(wanted.sort()) + " LIMIT :rows", values);
    }

    private static void filter(Wanted wanted, List<String> conditions, Map<String, Object> values) {
        Filter filter = wanted.filter();
        Kind kind = filter.kind().orElse(null);
        conditions.add(switch (kind) {
            case null -> NOT_IN_TRASH + " AND (saved_at IS NOT NULL OR expires_at > :now)";
            case PREVIEW -> A_PREVIEW;
            case SAVED -> "saved_at IS NOT NULL AND " + NOT_IN_TRASH;
            case TRASH -> "trashed_at IS NOT NULL AND trash_until > :now";
        });
        if (kind != Kind.SAVED) {
            values.put("now", wanted.now());
        }
        filter.favourite().ifPresent(favourite -> conditions.add(favourite ? "favourite" : "NOT favourite"));
        if (!filter.bands().isEmpty()) {
            conditions.add("likeness_band = ANY(:bands)");
            values.put("bands", filter.bands().stream().map(Likeness.Band::name).toArray(String[]::new));
        }
        if (!filter.heldBack() && kind != Kind.TRASH) {
            // Whoever has saved one wanted to see it.
            conditions.add("(saved_at IS NOT NULL OR NOT held_back)");
        }
    }

    private static void goOn(Sort sort, Cursor cursor, List<String> conditions, Map<String, Object> values) {
        int first = switch (sort) {
            case NEWEST -> 0;
            case LIKENESS -> 1;
        };
        switch (sort) {
            case NEWEST -> conditions.add("(created_at, -place, portrait_id) < (:createdAt, :rank, :id)");
            case LIKENESS -> {
                conditions.add("(" + SCORE + ", created_at, -place, portrait_id) < (:score, :createdAt, :rank, :id)");
                values.put("score", cursor.decimal(0));
            }
        }
        values.put("createdAt", cursor.instant(first));
        values.put("rank", -(int) Math.clamp(cursor.number(first + 1), 0, Integer.MAX_VALUE));
        values.put("id", cursor.text(first + 2));
    }

    private static String order(Sort sort) {
        String newest = "created_at DESC, (-place) DESC, portrait_id DESC";
        return switch (sort) {
            case NEWEST -> newest;
            case LIKENESS -> SCORE + " DESC, " + newest;
        };
    }
}
