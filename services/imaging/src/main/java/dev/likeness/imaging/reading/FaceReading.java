package dev.likeness.imaging.reading;

import java.util.Optional;

/**
 * What was measured on one face.
 *
 * @param box where it is; reaches beyond the picture where the face is cut off
 * @param score how sure the detector is, from 0 to 1
 * @param sharpness variance of the Laplacian of luma, the face scaled to a height of 128
 * @param light of the face alone
 * @param eyes how open they are; empty where it is too small, too blurred or too dark to tell
 * @param vector what it looks like; empty where it is too small for that
 */
public record FaceReading(Box box, double score, double sharpness, Light light, Pose pose, Optional<Eyes> eyes,
        Optional<FaceVector> vector) {

    /**
     * Sharpness freed of contrast: by the variance of the luma. Half the light divides the sharpness by
     * four and leaves this as it is.
     */
    public double definition() {
        double variance = light.deviation() * light.deviation();
        return variance > 0 ? sharpness / variance : 0;
    }

    /** Left, top, width and height. */
    public record Box(double x, double y, double width, double height) {}

    /**
     * In degrees.
     *
     * @param yaw to the side: positive where the person looks to the picture's right
     * @param pitch up or down: positive where the person looks up
     * @param roll of the head in the picture's plane: positive where it leans to the picture's right
     */
    public record Pose(double yaw, double pitch, double roll) {}

    /**
     * How likely each eye is open, from 0 to 1.
     *
     * @param left the one on the picture's left
     */
    public record Eyes(double left, double right) {}
}
