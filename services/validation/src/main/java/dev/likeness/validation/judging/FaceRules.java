package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.ReasonCode.EYES_CLOSED;
import static dev.likeness.validation.judging.ReasonCode.FACE_BELOW_RECOMMENDED;
import static dev.likeness.validation.judging.ReasonCode.FACE_BLURRED;
import static dev.likeness.validation.judging.ReasonCode.FACE_CUT_OFF;
import static dev.likeness.validation.judging.ReasonCode.FACE_IN_PROFILE;
import static dev.likeness.validation.judging.ReasonCode.FACE_LOW_CONTRAST;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_BRIGHT;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_DARK;
import static dev.likeness.validation.judging.ReasonCode.FACE_TOO_SMALL;
import static dev.likeness.validation.judging.ReasonCode.FACE_TURNED_AWAY;
import static dev.likeness.validation.judging.ReasonCode.FACE_UNCLEAR;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.Light;
import dev.likeness.imaging.reading.PhotoReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be said of the one face of a photo. */
final class FaceRules {

    private FaceRules() {}

    static List<Reason> judge(FaceReading face, PhotoReading photo, Limits limits) {
        return Stream.of(size(face.box(), limits.face()), cutOff(face.box(), photo, limits.face()),
                turned(face, limits.face()), clear(face, limits.face()), light(face.light(), limits.light()),
                contrast(face.light(), limits.light()), eyes(face, limits.face())).flatMap(Optional::stream).toList();
    }

    private static Optional<Reason> size(Box box, Limits.Face limits) {
        long height = Math.round(box.height());
        if (height < limits.minHeight()) {
            return Optional.of(Reason.refusal(FACE_TOO_SMALL,
                    "Your face is %s pixels high in this photo; at least %s are needed. Please choose one taken from closer, or the original instead of a smaller copy."
                            .formatted(Figures.of(height), Figures.of(limits.minHeight())),
                    height, limits.minHeight(), "px"));
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
        double width = Math.min(box.x() + box.width(), photo.width()) - Math.max(box.x(), 0);
        double height = Math.min(box.y() + box.height(), photo.height()) - Math.max(box.y(), 0);
        double inside = Math.max(width, 0) * Math.max(height, 0) / (box.width() * box.height());
        double outside = Figures.rounded(1 - inside);
        if (outside <= limits.maxCutOff()) {
            return Optional.empty();
        }
        return Optional.of(Reason.refusal(FACE_CUT_OFF,
                "The edge of this picture cuts off %s of your face; up to %s is fine. Please choose one that shows all of it."
                        .formatted(Figures.percent(outside), Figures.percent(limits.maxCutOff())),
                Math.round(outside * 100), Math.round(limits.maxCutOff() * 100), "%"));
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
        double sharpness = Figures.rounded(face.sharpness());
        if (sharpness < limits.minSharpness()) {
            return Optional.of(Reason.refusal(FACE_BLURRED,
                    "Your face is out of focus in this photo: its sharpness is %s, and at least %s is needed. Please choose a sharper one; hold the camera still and let it focus on your face."
                            .formatted(Figures.of(sharpness), Figures.of(limits.minSharpness())),
                    sharpness, limits.minSharpness(), "sharpness"));
        }
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
        if (contrast >= limits.minDeviation()) {
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
