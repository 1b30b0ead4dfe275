package dev.likeness.chaos.verdict;

/**
 * What is still there when all should be at rest; but for the looks that come by the clock alone
 * (deadlines, the second clean-up), nothing should be.
 *
 * @param openWork jobs that are neither done nor only waiting for such a look
 * @param unsettled attempts of which it is not known what became of them
 * @param unsent outbox rows
 * @param parked outbox rows that the broker refused for good
 * @param deadLetters records that could not be handled
 * @param lag records that no consumer has committed
 * @param zips in the object store
 */
public record Leftovers(long openWork, long unsettled, long unsent, long parked, long deadLetters, long lag,
        long zips) {

    public static final Leftovers NONE = new Leftovers(0, 0, 0, 0, 0, 0, 0);

    public boolean none() {
        return equals(NONE);
    }
}
