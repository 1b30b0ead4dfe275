package dev.likeness.sandbox.portraits;

import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Which part of a photo is shown and how it is bent: crop, a turn of up to 4°, up to 3 % unequal
 * scale, 3 % perspective and slow waves that stretch by at most 4 % anywhere. A face stays that
 * face.
 */
final class Framing {

    private final BufferedImage photo;
    private final int width;
    private final int height;
    private final double left;
    private final double top;
    private final double cropWidth;
    private final double cropHeight;
    private final FaceGuess face;
    private final double sin;
    private final double cos;
    private final double stretch;
    private final double perspective;
    private final double[] phases;

    Framing(BufferedImage photo, Look look) {
        Random chance = look.chance(Look.Part.SUBJECT);
        this.photo = photo;
        this.width = look.width();
        this.height = look.height();
        this.face = FaceGuess.in(photo);
        double aspect = (double) width / height;
        double whole = Math.min(photo.getWidth(), photo.getHeight() * aspect);
        // Head and shoulders: 4.6 to 7 face radii wide, as near as the photo's pixels allow.
        double radius = face.radius() * Math.min(photo.getWidth(), photo.getHeight());
        double wanted = radius * (4.6 + 2.4 * chance.nextDouble());
        cropWidth = Math.clamp(wanted, whole * 0.5, whole * 0.96);
        cropHeight = cropWidth / aspect;
        double faceX = 0.5 + 0.08 * (chance.nextDouble() - 0.5);
        double faceY = 0.42 + 0.06 * (chance.nextDouble() - 0.5);
        left = Math.clamp(face.x() * photo.getWidth() - faceX * cropWidth, 0, photo.getWidth() - cropWidth);
        top = Math.clamp(face.y() * photo.getHeight() - faceY * cropHeight, 0, photo.getHeight() - cropHeight);
        double turn = Math.toRadians(8 * (chance.nextDouble() - 0.5));
        sin = Math.sin(turn);
        cos = Math.cos(turn);
        stretch = 1 + 0.06 * (chance.nextDouble() - 0.5);
        perspective = 0.06 * (chance.nextDouble() - 0.5);
        phases = chance.doubles(4, 0, 2 * Math.PI).toArray();
    }

    /** The face's place in the picture, 0 to 1, its radius as a part of the picture's width. */
    FaceGuess face() {
        double shorter = Math.min(photo.getWidth(), photo.getHeight());
        return new FaceGuess((face.x() * photo.getWidth() - left) / cropWidth,
                (face.y() * photo.getHeight() - top) / cropHeight, face.radius() * shorter / cropWidth);
    }

    int[] render() {
        int[] pixels = new int[width * height];
        double aspect = (double) height / width;
        for (int y = 0; y < height; y++) {
            double v = (y + 0.5) / height - 0.5;
            double waveX = 0.006 * Math.sin(2 * Math.PI * v + phases[0])
                    + 0.003 * Math.sin(3.7 * Math.PI * v + phases[1]);
            for (int x = 0; x < width; x++) {
                double u = (x + 0.5) / width - 0.5;
                double waveY = 0.006 * Math.sin(2 * Math.PI * u + phases[2])
                        + 0.003 * Math.sin(3.7 * Math.PI * u + phases[3]);
                double depth = 1 + perspective * v;
                double bentU = (u * stretch + waveX) * depth;
                double bentV = (v / stretch + waveY) * depth;
                double turnedU = cos * bentU - sin * bentV * aspect;
                double turnedV = sin * bentU / aspect + cos * bentV;
                pixels[y * width + x] = Sampling.at(photo, left + (turnedU + 0.5) * cropWidth - 0.5,
                        top + (turnedV + 0.5) * cropHeight - 0.5);
            }
        }
        return pixels;
    }
}
