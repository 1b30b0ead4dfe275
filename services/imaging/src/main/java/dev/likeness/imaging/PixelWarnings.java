package dev.likeness.imaging;

import static dev.likeness.imaging.UnreadableImage.Reason.CORRUPT;
import static dev.likeness.imaging.UnreadableImage.Reason.TRUNCATED;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * The decoders guess the pixels they could not read and only warn. A guessed face must not be
 * trained on, so those warnings refuse the picture; ones about profiles and other metadata do not.
 */
final class PixelWarnings implements IIOReadWarningListener {

    private @Nullable String damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // libjpeg's own words. Stray bytes between segments are common and lose no pixel.
        boolean pixels = warning.contains("Corrupt JPEG data") && !warning.contains("extraneous bytes")
                || warning.contains("Premature end") || warning.contains("Inconsistent progression");
        if (pixels && damage == null) {
            damage = warning;
        }
    }

    void refuseDamage() {
        if (damage != null) {
            throw new UnreadableImage(damage.contains("remature end") ? TRUNCATED : CORRUPT, damage);
        }
    }
}
