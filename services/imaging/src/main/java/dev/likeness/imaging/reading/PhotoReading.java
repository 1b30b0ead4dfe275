package dev.likeness.imaging.reading;

import dev.likeness.imaging.ImageFormat;
import java.util.List;

/**
 * What was measured on one photo. Lengths are in pixels of the original, turned upright.
 *
 * @param light of the whole picture
 * @param sharpness variance of the Laplacian of luma, the picture scaled to a long side of 1024
 * @param hash perceptual hash: 64 bits by the sign of low DCT frequencies
 * @param background what surrounds the faces
 * @param faces by falling height; those that nobody would count included
 */
public record PhotoReading(ImageFormat format, int width, int height, Light light, double sharpness, long hash,
        ColorHistogram background, List<FaceReading> faces) {

    public PhotoReading {
        faces = List.copyOf(faces);
    }

    /** How many of the 64 bits differ from those of the other photo. */
    public int hashDistance(PhotoReading other) {
        return Long.bitCount(hash ^ other.hash);
    }
}
