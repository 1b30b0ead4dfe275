package dev.likeness.training.run;

/** Steps done, of so many in all. */
public record Steps(int done, int total) {

    public static final Steps NONE = new Steps(0, 0);

    /** Whichever is further, so that a late or shortened log never moves a training back. */
    public Steps max(Steps other) {
        return other.done > done || done == 0 && other.total > total ? other : this;
    }

    /** 0 to 100. */
    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, 100L * done / total);
    }
}
