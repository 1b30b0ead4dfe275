package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.ReasonCode.EYES_CLOSED;
import static dev.likeness.validation.judging.ReasonCode.FACE_BELOW_RECOMMENDED;
import static dev.likeness.validation.judging.ReasonCode.FACE_BLURRED;
import static dev.likeness.validation.judging.ReasonCode.FACE_CUT_OFF;
import static dev.likeness.validation.judging.ReasonCode.FACE_IN_PROFILE;
import static dev.likeness.validation.judging.ReasonCode.FACE_LOW_CONTRAST;
import static dev.likeness.validation.judging.ReasonCode.FACE_SOFT;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_BRIGHT;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_DARK;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_SMALL;
import static dev.likeness.validation.judging.ReasonCode.FACE_TURNED_AWAY;
import static dev.likeness.validation.judging.ReasonCode.FACE_UNCLEAR;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be said of the one face of a photo. */
final class FaceRules {

    private FaceRules() {}

    static List<Reason> judge(FaceReading face, PhotoReading photo, Limits limits) {
        return Stream.of(size(face.box(), photo, limits.face()), cutOff(face.box(), photo, limits.face()),
                turned(face, limits.face()), clear(face, limits.face()), light(face.light(), limits.light()),
                contrast(face.light(), limits.light()), eyes(face, limits.face())).flatMap(Optional::stream).toList();
    }

    private static Optional<Reason> size(Box box, PhotoReading photo, Limits.Face limits) {
        long height = Math.round(box.height());
        if (height < limits.minHeight()) {
            return Optional.of(Reason.refusal(FACE_TOO_SMALL,
                    "Your face is %s pixels high in this photo; at least %s are needed. Please choose one taken from closer, or the original instead of a smaller copy."
                            .formatted(Figures.of(height), Figures.of(limits.minHeight())),
                    height, limits.minHeight(), "px"));
        }
        double share = Figures.rounded(box.height() / Math.max(photo.width(), photo.height()));
        if (share < limits.minShare()) {
            return Optional.of(Reason.refusal(FACE_TOO_SMALL,
                    "Your face takes up %s of this picture's length; at least %s is needed. Please crop the picture around you, or choose one taken from closer."
                            .formatted(Figures.percent(share), Figures.percent(limits.minShare())),
                    Math.round(share * 100), Math.round(limits.minShare() * 100), "%"));
        }
        if (height < limits.recommendedHeight()) {
            return Optional.of(Reason.warning(FACE_BELOW_RECOMMENDED,
                    "Your face is %s pixels high in this photo; %s and more make better portraits."
                            .formatted(Figures.of(height), Figures.of(limits.recommendedHeight())),
                    height, limits.recommendedHeight(), "px"));
        }
        return Optional.empty();
    }

    private static Optional<Reason> cutOff(Box box, PhotoReading photo, Limits.Face limits) {
        return Stream.of(new Gap("left", box.x() / box.width(), limits.edgeGap()),
                new Gap("right", (photo.width() - box.x() - box.width()) / box.width(), limits.edgeGap()),
                new Gap("upper", box.y() / box.height(), limits.topGap()),
                new Gap("lower", (photo.height() - box.y() - box.height()) / box.height(), limits.edgeGap()))
                .filter(gap -> gap.measured() < gap.least())
                .min(Comparator.comparingDouble(gap -> gap.measured() - gap.least()))
                .map(Gap::reason);
    }

    /** Between a face and an edge of its picture, over the face's own size. */
    private record Gap(String edge, double measured, double least) {

        Reason reason() {
            String seen = measured < 0
                    ? "%s of it is beyond".formatted(Figures.percent(-measured))
                    : "%s of its size is left between them".formatted(Figures.percent(measured));
            return Reason.refusal(FACE_CUT_OFF,
                    "Your face runs into the %s edge of this picture: %s, and at least %s should be left. Please choose one that shows all of your face."
                            .formatted(edge, seen, Figures.percent(least)),
                    Math.round(measured * 100), Math.round(least * 100), "%");
        }
    }

    private static Optional<Reason> turned(FaceReading face, Limits.Face limits) {
        long yaw = Math.round(Math.abs(face.pose().yaw()));
        long pitch = Math.round(Math.abs(face.pose().pitch()));
        if (yaw > limits.maxYaw()) {
            return Optional.of(turnedAway("turned " + yaw + " degrees to the side", yaw, limits.maxYaw()));
        }
        if (pitch > limits.maxPitch()) {
            String where = face.pose().pitch() > 0 ? " degrees up" : " degrees down";
            return Optional.of(turnedAway("tilted " + pitch + where, pitch, limits.maxPitch()));
        }
        if (yaw > limits.profileYaw()) {
            return Optional.of(Reason.warning(FACE_IN_PROFILE,
                    "Your head is turned %s degrees to the side. A few photos like this are welcome; in most, both eyes should be seen well."
                            .formatted(yaw),
                    yaw, limits.profileYaw(), "degrees"));
        }
        return Optional.empty();
    }

    private static Reason turnedAway(String how, double measured, double limit) {
        return Reason.refusal(FACE_TURNED_AWAY,
                "Your head is %s in this photo; up to %s are fine. Please choose one in which both eyes can be seen."
                        .formatted(how, Figures.of(limit)),
                measured, limit, "degrees");
    }

    /** Vectors of a blurred face are short too, so the blur is said alone. */
    private static Optional<Reason> clear(FaceReading face, Limits.Face limits) {
        double sharpness = Figures.rounded(face.definition() * 1000);
        if (sharpness < limits.minSharpness()) {
            return Optional.of(Reason.refusal(FACE_BLURRED,
                    "Your face is out of focus in this photo: its sharpness is %s, and at least %s is needed. Please choose a sharper one; hold the camera still and let it focus on your face."
                            .formatted(Figures.of(sharpness), Figures.of(limits.minSharpness())),
                    sharpness, limits.minSharpness(), "sharpness"));
        }
        return unclear(face, limits).or(() -> soft(sharpness, limits));
    }

    private static Optional<Reason> soft(double sharpness, Limits.Face limits) {
        if (sharpness >= limits.recommendedSharpness()) {
            return Optional.empty();
        }
        return Optional.of(Reason.warning(FACE_SOFT,
                "Your face is a little out of focus in this photo: its sharpness is %s, and %s and more make better portraits."
                        .formatted(Figures.of(sharpness), Figures.of(limits.recommendedSharpness())),
                sharpness, limits.recommendedSharpness(), "sharpness"));
    }

    private static Optional<Reason> unclear(FaceReading face, Limits.Face limits) {
        return face.vector()
                .map(vector -> Figures.rounded(vector.quality()))
                .filter(quality -> quality < limits.minQuality())
                .map(quality -> Reason.refusal(FACE_UNCLEAR,
                        "Your face can't be made out well enough in this photo: its clearness is %s, and at least %s is needed. Please choose one with more light, in better focus and with nothing in front of your face."
                                .formatted(Figures.of(quality), Figures.of(limits.minQuality())),
                        quality, limits.minQuality(), "clearness"));
    }

    private static Optional<Reason> light(Light light, Limits.Light limits) {
        long mean = Math.round(light.mean());
        if (mean < limits.minMean()) {
            return Optional.of(Reason.refusal(FACE_TOO_DARK,
                    "Your face is too dark in this photo: its brightness is %s of 255, and at least %s is needed. Please turn to a window or a lamp."
                            .formatted(mean, Figures.of(limits.minMean())),
                    mean, limits.minMean(), "of 255"));
        }
        double black = Figures.rounded(light.shadows());
        if (black > limits.maxShadows()) {
            return Optional.of(Reason.refusal(FACE_TOO_DARK,
                    "%s of your face is lost in the dark in this photo; up to %s is fine. Please turn to a window or a lamp."
                            .formatted(Figures.percent(black), Figures.percent(limits.maxShadows())),
                    Math.round(black * 100), Math.round(limits.maxShadows() * 100), "%"));
        }
        if (mean > limits.maxMean()) {
            return Optional.of(Reason.refusal(FACE_TOO_BRIGHT,
                    "Your face is too bright in this photo: its brightness is %s of 255, and at most %s is fine. Please choose one without flash or glaring sun."
                            .formatted(mean, Figures.of(limits.maxMean())),
                    mean, limits.maxMean(), "of 255"));
        }
        double burnt = Figures.rounded(light.highlights());
        if (burnt > limits.maxHighlights()) {
            return Optional.of(Reason.refusal(FACE_TOO_BRIGHT,
                    "%s of your face is burnt out to white in this photo; up to %s is fine. Please choose one without flash or glaring sun."
                            .formatted(Figures.percent(burnt), Figures.percent(limits.maxHighlights())),
                    Math.round(burnt * 100), Math.round(limits.maxHighlights() * 100), "%"));
        }
        return Optional.empty();
    }

    private static Optional<Reason> contrast(Light light, Limits.Light limits) {
        double contrast = Figures.rounded(light.deviation());
        if (light.mean() < limits.contrastFrom() || contrast >= limits.minDeviation()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(FACE_LOW_CONTRAST,
                "Your face has hardly any light and shade in this photo: its contrast is %s, and at least %s is needed. Please choose one without fog, haze or a veil of light."
                        .formatted(Figures.of(contrast), Figures.of(limits.minDeviation())),
                contrast, limits.minDeviation(), "contrast"));
    }

    /** The more open one: of a head turned to the side, the other eye is hidden. */
    private static Optional<Reason> eyes(FaceReading face, Limits.Face limits) {
        return face.eyes()
                .map(eyes -> Figures.rounded(Math.max(eyes.left(), eyes.right())))
                .filter(open -> open < limits.minEyes())
                .map(open -> Reason.warning(EYES_CLOSED,
                        "Your eyes seem to be closed or covered in this photo. It can be used; photos in which they are seen make better portraits.",
                        Math.round(open * 100), Math.round(limits.minEyes() * 100), "%"));
    }
}
