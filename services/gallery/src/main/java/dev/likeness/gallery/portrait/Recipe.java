package dev.likeness.gallery.portrait;

/**
 * How a portrait was made, but for its prompt, which only its generation knows.
 *
 * @param modelVersion owner/name:version
 * @param aspectRatio width to height, such as 3:4
 * @param steps inference steps
 * @param loraScale strength of the person's model
 */
public record Recipe(long seed, String modelVersion, String aspectRatio, int steps, double guidanceScale,
        double loraScale) {}
