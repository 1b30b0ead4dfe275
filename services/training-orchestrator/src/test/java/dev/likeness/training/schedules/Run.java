package dev.likeness.training.schedules;

import dev.likeness.training.schedules.SimulatedDatabase.Item;

/**
 * One run of a job by a worker: what is left to do of it. It may be thought dead and go on; its
 * commits count only while no other run has claimed the job.
 */
final class Run {

    static final Runnable NOTHING = () -> {};

    final Item item;
    final long fence;
    Runnable next = NOTHING;
    /** The last commit failed, because a later epoch had begun. */
    boolean over;

    Run(Item item) {
        this.item = item;
        this.fence = item.fence;
    }

    void then(Runnable step) {
        next = step;
    }

    boolean advance() {
        Runnable step = next;
        next = NOTHING;
        step.run();
        return next != NOTHING;
    }
}
