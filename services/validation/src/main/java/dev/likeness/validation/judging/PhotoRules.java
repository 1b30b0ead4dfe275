package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.ReasonCode.SEVERAL_FACES;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of one photo, whatever the others of its set are like. */
public final class PhotoRules {

    private PhotoRules() {}

    /** What is wrong, with the measured figure and the limit, and warnings; empty where all is well. */
    public static List<Reason> judge(PhotoReading reading, Limits limits) {
        List<Reason> reasons = new ArrayList<>(
                PictureRules.ofSize(reading.width(), reading.height(), limits.picture()));
        List<FaceReading> faces = Faces.counted(reading, limits.face());
        if (faces.isEmpty()) {
            reasons.addAll(FacelessRules.judge(reading, limits.faceless()));
        } else if (faces.size() > 1) {
            reasons.add(Reason.refusal(SEVERAL_FACES, "We count " + faces.size() + " faces in this photo and can't tell"
                    + " which of them is you. Please choose a photo of you alone, or cut the others out of this one.",
                    faces.size(), 1, "faces"));
        } else {
            reasons.addAll(FaceRules.judge(faces.getFirst(), reading, limits));
        }
        return List.copyOf(reasons);
    }

    /** The same of whatever was found; empty where nobody has looked yet. */
    public static List<Reason> judge(Findings findings, Limits limits) {
        return switch (findings) {
            case Findings.Awaited(),Findings.Repeated _ -> List.of();
            case Findings.Unusable(var reasons) -> reasons;
            case Findings.Measured(var reading) -> judge(reading, limits);
        };
    }

    /** Whether the photo may be trained on one day, by itself or because its person says so. */
    public static boolean isUsable(Findings findings, Limits limits) {
        return findings instanceof Findings.Measured measured && judge(measured.reading(), limits).stream()
                .allMatch(reason -> reason.warning() || reason.code().isOverridable());
    }
}
