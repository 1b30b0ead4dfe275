package dev.likeness.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the following page; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from rows read with {@link PageLimit#rowsToRead()}: the one row too many only tells that
     * there is more.
     *
     * @param sortKey the cursor of a row, of the same columns that the query orders by
     */
    public static <R, T> Page<T> of(List<R> rows, PageLimit limit, Function<R, Cursor> sortKey, Function<R, T> view) {
        List<R> shown = rows.size() > limit.value() ? rows.subList(0, limit.value()) : rows;
        String next = rows.size() > limit.value() ? sortKey.apply(shown.getLast()).encoded() : null;
        return new Page<>(shown.stream().<T>map(view).toList(), next);
    }
}
