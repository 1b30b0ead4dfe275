package dev.likeness.validation.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason for a verdict, or a warning beside it.
 *
 * @param sentence what is wrong, how much, and what to do, for the person whose photo it is
 * @param measured what was measured, where a figure was
 * @param limit what it was held against
 * @param unit of both figures; empty where there are none
 * @param warning whether the photo or set is accepted all the same
 * @param photos that it speaks of beside its own
 */
public record Reason(ReasonCode code, String sentence, @Nullable Double measured, @Nullable Double limit, String unit,
        boolean warning, Others photos) {

    /**
     * Other photos of the same set.
     *
     * @param twin that this one repeats or resembles too closely
     * @param beside accepted ones to compare this one with, two where there are two
     * @param groups of each person where there seem to be several
     */
    public record Others(@Nullable PhotoId twin, List<PhotoId> beside, List<List<PhotoId>> groups) {

        static final Others NONE = new Others(null, List.of(), List.of());

        public Others {
            beside = List.copyOf(beside);
            groups = groups.stream().map(List::copyOf).toList();
        }
    }

    public static Reason refusal(ReasonCode code, String sentence) {
        return new Reason(code, sentence, null, null, "", false, Others.NONE);
    }

    public static Reason refusal(ReasonCode code, String sentence, double measured, double limit, String unit) {
        return new Reason(code, sentence, measured, limit, unit, false, Others.NONE);
    }

    public static Reason warning(ReasonCode code, String sentence) {
        return refusal(code, sentence).asWarning();
    }

    public static Reason warning(ReasonCode code, String sentence, double measured, double limit, String unit) {
        return refusal(code, sentence, measured, limit, unit).asWarning();
    }

    Reason asWarning() {
        return new Reason(code, sentence, measured, limit, unit, true, photos);
    }

    Reason withTwin(PhotoId twin) {
        return new Reason(code, sentence, measured, limit, unit, warning, new Others(twin, List.of(), List.of()));
    }

    Reason beside(List<PhotoId> accepted) {
        return new Reason(code, sentence, measured, limit, unit, warning, new Others(null, accepted, List.of()));
    }

    Reason withGroups(List<List<PhotoId>> groups) {
        return new Reason(code, sentence, measured, limit, unit, warning, new Others(null, List.of(), groups));
    }
}
