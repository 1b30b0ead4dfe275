package dev.likeness.imaging.reading;

import java.util.List;

/**
 * What a face looks like to an embedder: biometric data. Vectors of two embedders, or of two
 * versions of one, must never be compared.
 *
 * @param embedder name of the model that made it
 * @param version of that model and of the way its input is prepared
 * @param values of length 1 together
 * @param quality length before normalising, in the embedder's own unit: falls with blur and bad
 * light
 */
public record FaceVector(String embedder, String version, List<Float> values, double quality) {

    public FaceVector {
        values = List.copyOf(values);
    }

    /**
     * Cosine of the angle between the two, from -1 to 1: the higher, the more alike.
     *
     * @throws IllegalArgumentException if they are not of one embedder and version
     */
    public double likeness(FaceVector other) {
        if (!embedder.equals(other.embedder) || !version.equals(other.version)
                || values.size() != other.values.size()) {
            throw new IllegalArgumentException("Vectors of " + embedder + " " + version + " and of " + other.embedder
                    + " " + other.version + " can't be compared");
        }
        double cosine = 0;
        for (int i = 0; i < values.size(); i++) {
            cosine += (double) values.get(i) * other.values.get(i);
        }
        return cosine;
    }

    /** Says which model, never the numbers: a log is no place for a face. */
    @Override
    public String toString() {
        return "FaceVector[" + embedder + " " + version + ", " + values.size() + " numbers]";
    }
}
