package dev.likeness.training.schedules;

/** The only source of chance in a schedule (SplitMix64): fast, and the seed says it all. */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** 0 to below the bound. */
    int roll(int bound) {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (((z ^ (z >>> 31)) >>> 33) % bound);
    }
}
