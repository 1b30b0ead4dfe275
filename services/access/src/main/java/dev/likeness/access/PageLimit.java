package dev.likeness.access;

import org.jspecify.annotations.Nullable;

/** How many items a page has: {@value #DEFAULT} unless asked, never more than {@value #MAX}. */
public record PageLimit(int value) {

    public static final int DEFAULT = 50;
    public static final int MAX = 200;

    public PageLimit {
        if (value < 1 || value > MAX) {
            throw Problems.badRequest("bad-limit", "Bad page size",
                    "limit must be between 1 and " + MAX + "; it was " + value + ".").with("limit", value);
        }
    }

    /** What the request parameter {@code limit} says; a 400 problem outside of 1 to {@value #MAX}. */
    public static PageLimit of(@Nullable Integer requested) {
        return new PageLimit(requested == null ? DEFAULT : requested);
    }

    /** One more than the page shows, so that the last page is known without counting. */
    public int rowsToRead() {
        return value + 1;
    }
}
