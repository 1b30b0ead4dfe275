package dev.likeness.training.run;

/**
 * Every setting of a training, whether the trainer has an input for it or not.
 *
 * @param version of the recipe, from 1; each model keeps the one it was trained with
 * @param trainer {@code owner/name}
 * @param trainerVersion 64 hexadecimal digits
 * @param resolution comma-separated pixels; a text, because the trainer takes it as one
 * @param captionDropoutRate share of captions left out, 0 to 1
 */
public record Recipe(int version, String trainer, String trainerVersion, int steps, int loraRank, String resolution,
        boolean autocaption, String optimizer, boolean cacheLatentsToDisk, double captionDropoutRate,
        double learningRate, int batchSize, boolean gradientCheckpointing, String mixedPrecision, int networkAlpha,
        double priorLossWeight) {

    public static final int MIN_STEPS = 1000;
    public static final int MAX_STEPS = 1500;
    public static final int MIN_RANK = 16;
    public static final int MAX_RANK = 32;

    /**
     * Whether it stays inside what is known to give a likeness; outside of that money is spent for
     * nothing.
     */
    public boolean isAllowed() {
        return steps >= MIN_STEPS && steps <= MAX_STEPS && loraRank >= MIN_RANK && loraRank <= MAX_RANK;
    }
}
