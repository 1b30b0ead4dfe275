package dev.likeness.imaging.darkroom;

import dev.likeness.imaging.examining.Copies;
import java.time.Duration;

/**
 * How many workers there are and what one may take.
 *
 * @param workers at one time; each keeps about one processor busy
 * @param memoryBytes resident memory of one worker, beyond which it is killed; its heap is a part
 * of that
 * @param timePerPhoto processor time, beyond which its worker is killed; at the latest after four
 * times as long by the clock
 * @param idle a worker without work for so long is stopped
 * @param photosPerWorker after so many a worker makes room for a fresh one
 */
public record DarkroomSettings(int workers, long memoryBytes, Duration timePerPhoto, Duration idle,
        int photosPerWorker, Copies copies) {

    private static final long MIN_MEMORY_BYTES = 256L << 20;

    public static final DarkroomSettings DEFAULT = new DarkroomSettings(2, 1L << 30, Duration.ofSeconds(20),
            Duration.ofMinutes(1), 500, Copies.DEFAULT);

    public DarkroomSettings {
        if (workers < 1 || photosPerWorker < 1) {
            throw new IllegalArgumentException("There is at least one worker with one photo, not " + workers + " with "
                    + photosPerWorker);
        }
        if (memoryBytes < MIN_MEMORY_BYTES) {
            throw new IllegalArgumentException("A worker needs " + MIN_MEMORY_BYTES + " bytes, not " + memoryBytes);
        }
        if (!timePerPhoto.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("Times are above zero, not " + timePerPhoto + " and " + idle);
        }
    }

    /** Of a worker: the rest of its memory is for native decoders and the virtual machine itself. */
    long heapBytes() {
        return memoryBytes / 8 * 5;
    }
}
