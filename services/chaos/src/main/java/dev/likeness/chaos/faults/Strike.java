package dev.likeness.chaos.faults;

import dev.likeness.messaging.CrashPoint;

/** One thing that is done to the processes. */
public sealed interface Strike {

    /**
     * The first instance dies on its way.
     *
     * @param passing the how manieth time it comes there, from 1
     * @param alone without the other instance, which would otherwise go on meanwhile
     */
    record Crash(CrashPoint point, int passing, boolean alone) implements Strike {}

    /** Both instances are there, and one of them is killed wherever it is. */
    record Kill(int instance) implements Strike {}

    /** Both instances are there, and one stands still for longer than its leases. */
    record Freeze(int instance) implements Strike {}

    record BrokerKilled() implements Strike {}

    record DatabaseCrashed() implements Strike {}

    record ProviderKilled() implements Strike {}
}
