package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.PhotoReading;
import dev.likeness.validation.judging.Coverage.Code;
import dev.likeness.validation.judging.Coverage.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;

/**
 * Measures how varied a set is: how many of the wanted framings and head angles it has, and how
 * different light and background are between any two of its photos.
 */
final class CoverageRules {

    private final Limits.Coverage limits;
    private final List<Shot> shots;

    private CoverageRules(Limits.Coverage limits, List<Shot> shots) {
        this.limits = limits;
        this.shots = shots;
    }

    private record Shot(PhotoReading photo, FaceReading face) {

        double share() {
            return face.box().height() / photo.height();
        }

        double yaw() {
            return face.pose().yaw();
        }

        double pitch() {
            return Math.abs(face.pose().pitch());
        }
    }

    /** @param missing points of the meter that it would add */
    private record Gap(double missing, Suggestion suggestion) {}

    /** One kind of photo, and how many of them are wanted. */
    private record Kind(Code code, int wanted, long there, String what) {

        double missing() {
            return Math.max(0, wanted - there);
        }

        Suggestion suggestion() {
            long more = Math.max(1, wanted - there);
            return new Suggestion(code, "Add " + Figures.counted(more, "photo", "photos") + " " + what + ".");
        }
    }

    static Coverage measure(List<Candidate> good, Limits limits) {
        List<Shot> shots = good.stream()
                .flatMap(photo -> photo.face(limits.face())
                        .flatMap(face -> photo.reading().map(reading -> new Shot(reading, face)))
                        .stream())
                .toList();
        return new CoverageRules(limits.coverage(), shots).measure();
    }

    private Coverage measure() {
        List<Gap> gaps = new ArrayList<>();
        double framing = part(framings(), gaps);
        double angles = part(angles(), gaps);
        double light = spread((one, other) -> Math.abs(one.photo().light().mean() - other.photo().light().mean()),
                limits.lightSpread());
        gaps.add(new Gap(1 - light, new Suggestion(Code.MORE_KINDS_OF_LIGHT,
                "Add photos in other light: by day outside, by a window, in the evening by a lamp.")));
        double background = spread((one, other) -> 1 - one.photo().background().overlap(other.photo().background()),
                limits.backgroundSpread());
        gaps.add(new Gap(1 - background, new Suggestion(Code.MORE_BACKGROUNDS,
                "Add photos in other places, so that the background is not always the same.")));
        return new Coverage(percent((framing + angles + light + background) / 4), percent(framing), percent(angles),
                percent(light), percent(background), most(gaps));
    }

    private List<Kind> framings() {
        Limits.Coverage.Wanted wanted = limits.wanted();
        return List.of(
                new Kind(Code.MORE_CLOSE_UPS, wanted.closeUps(), shots(shot -> shot.share() >= limits.closeUp()),
                        "taken from close by, your face filling most of the picture"),
                new Kind(Code.MORE_HEAD_AND_SHOULDERS, wanted.headAndShoulders(),
                        shots(shot -> shot.share() < limits.closeUp() && shot.share() >= limits.headAndShoulders()),
                        "of your head and shoulders"),
                new Kind(Code.MORE_HALF_BODIES, wanted.halfBodies(),
                        shots(shot -> shot.share() < limits.headAndShoulders() && shot.share() >= limits.halfBody()),
                        "that show you down to the waist"));
    }

    private List<Kind> angles() {
        Limits.Coverage.Wanted wanted = limits.wanted();
        return List.of(
                new Kind(Code.MORE_FROM_THE_FRONT, wanted.fronts(),
                        shots(shot -> Math.abs(shot.yaw()) <= limits.sideYaw() && shot.pitch() <= limits.tiltPitch()),
                        "that show your face from the front"),
                new Kind(Code.MORE_TURNED_LEFT, wanted.lefts(), shots(shot -> shot.yaw() < -limits.sideYaw()),
                        "with your head turned towards the left of the picture"),
                new Kind(Code.MORE_TURNED_RIGHT, wanted.rights(), shots(shot -> shot.yaw() > limits.sideYaw()),
                        "with your head turned towards the right of the picture"),
                new Kind(Code.MORE_UP_OR_DOWN, wanted.tilted(), shots(shot -> shot.pitch() > limits.tiltPitch()),
                        "in which you look a little up or down"));
    }

    private long shots(Predicate<Shot> kind) {
        return shots.stream().filter(kind).count();
    }

    private static double part(List<Kind> kinds, List<Gap> gaps) {
        double wanted = kinds.stream().mapToInt(Kind::wanted).sum();
        if (wanted == 0) {
            return 1;
        }
        kinds.forEach(kind -> gaps.add(new Gap(kind.missing() / wanted, kind.suggestion())));
        return 1 - kinds.stream().mapToDouble(Kind::missing).sum() / wanted;
    }

    /** Mean difference of any two, over the one that counts as varied: 0 to 1. */
    private double spread(ToDoubleBiFunction<Shot, Shot> difference, double varied) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < shots.size(); one++) {
            for (int other = one + 1; other < shots.size(); other++) {
                sum += difference.applyAsDouble(shots.get(one), shots.get(other));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : Math.min(1, sum / pairs / varied);
    }

    private static List<Suggestion> most(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> gap.missing() > 0)
                .sorted(Comparator.comparingDouble(Gap::missing).reversed())
                .limit(Coverage.MOST_SUGGESTIONS)
                .map(Gap::suggestion)
                .toList();
    }

    private static int percent(double share) {
        return Math.toIntExact(Math.round(share * 100));
    }
}
