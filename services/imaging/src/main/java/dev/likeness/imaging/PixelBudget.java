package dev.likeness.imaging;

import java.util.concurrent.Semaphore;

/**
 * Bounds the pixels being decoded at one time in this JVM: they share one heap, so they share one
 * budget. Who comes too many waits. A picture larger than the whole budget is decoded alone.
 */
final class PixelBudget {

    /** The decoder's raster (3 to 8 bytes) and the upright copy (4) live side by side. */
    private static final int BYTES_PER_PIXEL = 12;
    /** Half of the heap is for the rest of the service. */
    private static final PixelBudget OF_THIS_JVM = new PixelBudget(
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_PIXEL));

    private final int total;
    private final Semaphore free;

    PixelBudget(int total) {
        this.total = total;
        // Fair: a large picture must not wait for ever behind small ones.
        this.free = new Semaphore(total, true);
    }

    static PixelBudget ofThisJvm() {
        return OF_THIS_JVM;
    }

    Share take(long pixels) {
        int permits = (int) Math.min(total, pixels);
        free.acquireUninterruptibly(permits);
        return () -> free.release(permits);
    }

    int available() {
        return free.availablePermits();
    }

    interface Share extends AutoCloseable {

        @Override
        void close();
    }
}
