package dev.likeness.validation.report;

import org.jspecify.annotations.Nullable;

/**
 * One reason for a verdict, or a warning beside it.
 *
 * @param sentence what is wrong, how much, and what to do, for the person whose photo it is
 * @param measured what was measured, where a figure was
 * @param limit what it was held against
 * @param unit of both figures; empty where there are none
 * @param warning whether the photo or set is accepted all the same
 * @param twin the photo of the same set that this one repeats
 */
public record Reason(ReasonCode code, String sentence, @Nullable Double measured, @Nullable Double limit, String unit,
        boolean warning, @Nullable PhotoId twin) {

    public static Reason refusal(ReasonCode code, String sentence) {
        return new Reason(code, sentence, null, null, "", false, null);
    }

    public static Reason refusal(ReasonCode code, String sentence, double measured, double limit, String unit) {
        return new Reason(code, sentence, measured, limit, unit, false, null);
    }

    public static Reason warning(ReasonCode code, String sentence) {
        return new Reason(code, sentence, null, null, "", true, null);
    }

    public static Reason warning(ReasonCode code, String sentence, double measured, double limit, String unit) {
        return new Reason(code, sentence, measured, limit, unit, true, null);
    }

    public static Reason repeats(Report.Twin twin) {
        return new Reason(ReasonCode.EXACT_DUPLICATE, "This is exactly the same file as photo " + twin.place()
                + " of this set. Please send a different photo in its place.", null, null, "", false, twin.id());
    }
}
