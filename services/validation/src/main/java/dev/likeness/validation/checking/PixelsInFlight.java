package dev.likeness.validation.checking;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds the pictures held in memory at once. Decoding has a bound of its own, but a decoded
 * picture is held on until its copy is written.
 */
class PixelsInFlight {

    private final int most;
    private final Semaphore free;

    PixelsInFlight(int most) {
        this.most = most;
        // Fair, so that a large picture is not overtaken for ever by small ones.
        this.free = new Semaphore(most, true);
    }

    /**
     * Runs the work when there is room for its pixels; what has more than the bound is run alone.
     * Blocks.
     */
    <T> T with(long pixels, Supplier<T> work) {
        int share = (int) Math.min(most, Math.max(1, pixels));
        free.acquireUninterruptibly(share);
        try {
            return work.get();
        } finally {
            free.release(share);
        }
    }
}
