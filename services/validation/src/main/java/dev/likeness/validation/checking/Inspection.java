package dev.likeness.validation.checking;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.validation.LimitsProperties;
import dev.likeness.validation.report.Reason;
import dev.likeness.validation.report.ReasonCode;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.Verdict;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From a photo's bytes to a verdict: type, file size, dimensions, then all pixels. Takes processor
 * time and memory, so it is called on a thread that may block.
 */
@Component
class Inspection {

    private final PhotoChecks checks;
    private final LimitsProperties limits;
    private final PixelsInFlight inFlight;

    Inspection(PhotoChecks checks, LimitsProperties limits, CheckingProperties properties) {
        this.checks = checks;
        this.limits = limits;
        this.inFlight = new PixelsInFlight(properties.pixelsInFlight());
    }

    /** What came of it: the copy to train on belongs to an accepted photo. */
    sealed interface Outcome {

        Verdict.Final verdict();

        record Good(Verdict.Accepted verdict, byte[] preparedCopy) implements Outcome {}

        record Bad(Verdict.Rejected verdict) implements Outcome {}
    }

    Outcome inspect(byte[] file, Optional<Report.Twin> twin) {
        List<Reason> reasons = new ArrayList<>();
        try {
            ImageHeader header = header(file, reasons);
            checks.ofHeader()
                    .forEach(check -> check.look(new Subject.Header(file.length, header))
                            .ifPresent(reasons::add));
            if (Verdict.of(reasons) instanceof Verdict.Rejected rejected) {
                return new Outcome.Bad(rejected);
            }
            return inFlight.with(header.pixels(), () -> inspectPixels(file, twin, reasons));
        } catch (UnreadableImage unreadable) {
            reasons.add(reason(unreadable));
            return new Outcome.Bad(new Verdict.Rejected(reasons));
        }
    }

    /** A small file whose header can't be read is told both; a file of another kind only that. */
    private ImageHeader header(byte[] file, List<Reason> reasons) {
        try {
            return ImageHeader.read(file);
        } catch (UnreadableImage unreadable) {
            if (ImageFormat.detect(Arrays.copyOf(file, Math.min(file.length, ImageFormat.HEAD_BYTES))).isPresent()) {
                checks.fileSize(file.length).ifPresent(reasons::add);
            }
            throw unreadable;
        }
    }

    private Outcome inspectPixels(byte[] file, Optional<Report.Twin> twin, List<Reason> reasons) {
        BufferedImage image = Images.decodeUpright(file, limits.maxPixels());
        checks.ofPicture().forEach(check -> check.look(new Subject.Picture(twin, image)).ifPresent(reasons::add));
        return switch (Verdict.of(reasons)) {
            case Verdict.Rejected rejected -> new Outcome.Bad(rejected);
            case Verdict.Accepted accepted -> new Outcome.Good(accepted, preparedCopy(image));
        };
    }

    private byte[] preparedCopy(BufferedImage image) {
        return Images.jpeg(Images.resize(image, limits.prepared().longSide()), limits.prepared().quality());
    }

    private static Reason reason(UnreadableImage unreadable) {
        ReasonCode code = switch (unreadable.reason()) {
            case NOT_AN_IMAGE -> ReasonCode.NOT_AN_IMAGE;
            case TRUNCATED -> ReasonCode.TRUNCATED;
            case CORRUPT -> ReasonCode.CORRUPT;
            case TOO_MANY_PIXELS -> ReasonCode.TOO_MANY_PIXELS;
            case SEVERAL_FRAMES -> ReasonCode.SEVERAL_FRAMES;
            case UNREADABLE -> ReasonCode.UNREADABLE;
        };
        return Reason.refusal(code, unreadable.reason().sentence());
    }
}
