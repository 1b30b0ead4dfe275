package dev.likeness.imaging;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Optional;

/**
 * An RGB profile of the ICC, on its way to sRGB. Profiles of three curves and a matrix, which all
 * cameras and phones write, go through tables of our own; others through the JDK's engine.
 */
public final class ColorProfile {

    private final ICC_Profile profile;
    private final Optional<MatrixProfile> matrix;

    private ColorProfile(ICC_Profile profile, byte[] icc) {
        this.profile = profile;
        this.matrix = MatrixProfile.read(icc);
    }

    /** Empty where it is damaged or not for RGB: browsers show such a picture as if it had none. */
    public static Optional<ColorProfile> of(byte[] icc) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(icc);
            return profile.getColorSpaceType() == ColorSpace.TYPE_RGB
                    ? Optional.of(new ColorProfile(profile, icc))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The profile of a JPEG's APP2 segments, or of a HEIC's primary picture. */
    public static Optional<ColorProfile> embedded(byte[] file, ImageFormat format) {
        return switch (format) {
            case JPEG -> JpegProfile.read(file).flatMap(ColorProfile::of);
            case HEIC -> HeicPicture.of(file).profile().flatMap(ColorProfile::of);
            case PNG, WEBP -> Optional.empty();
        };
    }

    /** Replaces the values of an opaque picture ({@code TYPE_INT_RGB}) by those of sRGB. */
    public void toSrgb(BufferedImage rgb) {
        if (matrix.isEmpty()) {
            Upright.toSrgb(rgb, profile);
        } else if (!matrix.get().isSrgb()) {
            matrix.get().convert(((DataBufferInt) rgb.getRaster().getDataBuffer()).getData());
        }
    }

    /**
     * The profile that phones write, Display P3, made here: primaries of DCI-P3, white D65, sRGB's
     * curve.
     */
    public static void displayP3ToSrgb(BufferedImage rgb) {
        MatrixProfile.DISPLAY_P3.convert(((DataBufferInt) rgb.getRaster().getDataBuffer()).getData());
    }

    @Override
    public String toString() {
        return "ColorProfile[" + Arrays.hashCode(profile.getData()) + "]";
    }
}
