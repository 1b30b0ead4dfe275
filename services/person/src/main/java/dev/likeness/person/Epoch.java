package dev.likeness.person;

/**
 * Counts a person's fresh starts, from 1. What belongs to an older epoch is gone and never comes
 * back.
 */
public record Epoch(long value) implements Comparable<Epoch> {

    public static final Epoch FIRST = new Epoch(1);

    public Epoch {
        if (value < 1) {
            throw new IllegalArgumentException("An epoch is at least 1, not " + value);
        }
    }

    public Epoch next() {
        return new Epoch(value + 1);
    }

    public boolean isOlderThan(Epoch other) {
        return value < other.value;
    }

    @Override
    public int compareTo(Epoch other) {
        return Long.compare(value, other.value);
    }
}
