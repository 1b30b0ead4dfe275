package dev.likeness.imaging.reading;

/**
 * How light an area is, by its luma from 0 to 255 (ITU-R BT.601).
 *
 * @param mean of the luma
 * @param deviation standard deviation of the luma: contrast
 * @param shadows share of pixels below 16, from 0 to 1
 * @param highlights share of pixels above 239, from 0 to 1
 */
public record Light(double mean, double deviation, double shadows, double highlights) {

    public static final int SHADOWS_BELOW = 16;
    public static final int HIGHLIGHTS_ABOVE = 239;
}
