package dev.likeness.embedded;

/**
 * What acknowledged data survives. Both survive a kill -9, because the operating system still has
 * the writes then.
 */
public enum Durability {

    /** Survives a power cut too: each commit and each record is forced to the disk. */
    POWER_CUT(1),
    /** Faster, for tests: nothing is forced to the disk. */
    PROCESS_CRASH(Long.MAX_VALUE);

    private final long flushIntervalMessages;

    Durability(long flushIntervalMessages) {
        this.flushIntervalMessages = flushIntervalMessages;
    }

    /**
     * Records that Kafka may hold back from the disk, per partition: its log.flush.interval.messages.
     */
    long flushIntervalMessages() {
        return flushIntervalMessages;
    }
}
