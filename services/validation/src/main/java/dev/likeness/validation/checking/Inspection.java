package dev.likeness.validation.checking;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.Examination;
import dev.likeness.validation.judging.Faces;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.PhotoRules;
import dev.likeness.validation.judging.PictureRules;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * From a photo's bytes to what there is to judge: type, file size, dimensions, then all pixels.
 * Takes processor time and memory, so it is called on a thread that may block.
 */
@Component
class Inspection {

    private final Examiner examiner;
    private final Limits limits;

    Inspection(Examiner examiner, Limits limits) {
        this.examiner = examiner;
        this.limits = limits;
    }

    /** @param preparedCopy of a photo that may be trained on one day */
    record Seen(Findings findings, Optional<byte[]> preparedCopy) {}

    /** What needs no pixels comes first: a photo refused by it is never decoded. */
    Seen inspect(byte[] file) {
        List<Reason> reasons = new ArrayList<>();
        try {
            ImageHeader header = header(file, reasons);
            PictureRules.ofFile(file.length, limits.picture()).ifPresent(reasons::add);
            reasons.addAll(PictureRules.ofSize(header.width(), header.height(), limits.picture()));
            return reasons.stream().allMatch(Reason::warning)
                    ? seen(examiner.examine(file))
                    : new Seen(new Findings.Unusable(reasons), Optional.empty());
        } catch (UnreadableImage unreadable) {
            List<Reason> refusals = new ArrayList<>(reasons.stream().filter(reason -> !reason.warning()).toList());
            refusals.add(reason(unreadable));
            return new Seen(new Findings.Unusable(refusals), Optional.empty());
        }
    }

    private Seen seen(Examination examination) {
        var findings = new Findings.Measured(Faces.withoutStrangers(examination.reading(), limits.face()));
        return new Seen(findings, PhotoRules.isUsable(findings, limits)
                ? Optional.of(examination.prepared())
                : Optional.empty());
    }

    /** A small file whose header can't be read is told both; a file of another kind only that. */
    private ImageHeader header(byte[] file, List<Reason> reasons) {
        try {
            return ImageHeader.read(file);
        } catch (UnreadableImage unreadable) {
            if (ImageFormat.detect(Arrays.copyOf(file, Math.min(file.length, ImageFormat.HEAD_BYTES))).isPresent()) {
                PictureRules.ofFile(file.length, limits.picture()).ifPresent(reasons::add);
            }
            throw unreadable;
        }
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
