package dev.likeness.validation.checking;

import static dev.likeness.validation.report.ReasonCode.FILE_TOO_LARGE;
import static dev.likeness.validation.report.ReasonCode.FILE_TOO_SMALL;
import static dev.likeness.validation.report.ReasonCode.RESOLUTION_BELOW_RECOMMENDED;
import static dev.likeness.validation.report.ReasonCode.RESOLUTION_TOO_LOW;
import static dev.likeness.validation.report.ReasonCode.SIDE_TOO_LONG;
import static dev.likeness.validation.report.ReasonCode.TOO_MANY_PIXELS;

import dev.likeness.imaging.ImageHeader;
import dev.likeness.validation.LimitsProperties;
import dev.likeness.validation.report.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The checks there are, in their order. What needs no pixels comes first, and a photo refused by it
 * is never decoded. A further check, such as for faces or sharpness, is one more entry in a list.
 */
@Component
class PhotoChecks {

    private static final double MEGA = 1_000_000;

    private final LimitsProperties limits;

    PhotoChecks(LimitsProperties limits) {
        this.limits = limits;
    }

    List<PhotoCheck<Subject.Header>> ofHeader() {
        return List.of(photo -> fileSize(photo.size()), photo -> pixels(photo.header()), photo -> side(photo.header()),
                photo -> resolution(photo.header()));
    }

    List<PhotoCheck<Subject.Picture>> ofPicture() {
        return List.of(photo -> photo.twin().map(Reason::repeats));
    }

    Optional<Reason> fileSize(long size) {
        long min = limits.minSize().toBytes();
        long max = limits.maxSize().toBytes();
        if (size < min) {
            return Optional.of(Reason.refusal(FILE_TOO_SMALL,
                    "This file has %s bytes; at least %s are needed. Please send the original, not a preview of it."
                            .formatted(figure(size), figure(min)),
                    size, min, "bytes"));
        }
        if (size > max) {
            return Optional.of(Reason.refusal(FILE_TOO_LARGE,
                    "This file has %s bytes; at most %s can be taken. Please send a smaller version."
                            .formatted(figure(size), figure(max)),
                    size, max, "bytes"));
        }
        return Optional.empty();
    }

    private Optional<Reason> pixels(ImageHeader header) {
        if (header.pixels() <= limits.maxPixels()) {
            return Optional.empty();
        }
        double measured = header.pixels() / MEGA;
        double limit = limits.maxPixels() / MEGA;
        return Optional.of(Reason.refusal(TOO_MANY_PIXELS,
                "This picture has %s megapixels (%s x %s); at most %s can be taken. Please send a smaller version."
                        .formatted(figure(measured), figure(header.width()), figure(header.height()), figure(limit)),
                measured, limit, "megapixels"));
    }

    private Optional<Reason> side(ImageHeader header) {
        int side = header.longSide();
        if (side <= limits.maxSide()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(SIDE_TOO_LONG,
                "The long side of this picture has %s pixels; at most %s can be taken. Please send a smaller version."
                        .formatted(figure(side), figure(limits.maxSide())),
                side, limits.maxSide(), "px"));
    }

    private Optional<Reason> resolution(ImageHeader header) {
        int side = header.shortSide();
        if (side < limits.minShortSide()) {
            return Optional.of(Reason.refusal(RESOLUTION_TOO_LOW,
                    "The short side of this picture has %s pixels; at least %s are needed. Please send a larger version."
                            .formatted(figure(side), figure(limits.minShortSide())),
                    side, limits.minShortSide(), "px"));
        }
        if (side < limits.recommendedShortSide()) {
            return Optional.of(Reason.warning(RESOLUTION_BELOW_RECOMMENDED,
                    "The short side of this picture has %s pixels; %s and more make better portraits."
                            .formatted(figure(side), figure(limits.recommendedShortSide())),
                    side, limits.recommendedShortSide(), "px"));
        }
        return Optional.empty();
    }

    private static String figure(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String figure(double number) {
        return number == Math.rint(number) ? figure((long) number) : String.format(Locale.ENGLISH, "%,.1f", number);
    }
}
