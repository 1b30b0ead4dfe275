package dev.likeness.validation.checking;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.validation.report.Report;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A photo, as much of it as has been opened so far: {@link PhotoCheck}s look at it. */
sealed interface Subject {

    /** Nothing is decoded yet. */
    record Header(long size, ImageHeader header) implements Subject {}

    /**
     * @param twin an earlier photo of the set with the same bytes
     * @param image upright
     */
    record Picture(Optional<Report.Twin> twin, BufferedImage image) implements Subject {}
}
