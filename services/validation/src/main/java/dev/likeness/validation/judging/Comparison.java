package dev.likeness.validation.judging;

import dev.likeness.validation.judging.People.Face;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares faces of one embedder and version: the largest group is the person, unless another one
 * is about as large.
 */
final class Comparison {

    private static final int SHOWN_BESIDE = 2;

    private final List<Face> faces;
    private final Limits.Person limits;
    private final Clusters clusters;

    Comparison(List<Face> faces, Limits.Person limits) {
        this.faces = faces;
        this.limits = limits;
        this.clusters = new Clusters(likeness(faces));
    }

    People people() {
        // Faces that the person vouches for belong, whatever they look like; they don't say what the others must be.
        List<List<Integer>> groups = new Clusters(likeness(judged().stream().map(faces::get).toList()))
                .of(limits.same())
                .stream()
                .map(group -> group.stream().map(judged()::get).toList())
                .toList();
        if (groups.isEmpty()) {
            return new People(Map.of(), Optional.empty());
        }
        List<Integer> main = groups.getFirst();
        List<List<Integer>> rivals = groups.stream()
                .skip(1)
                .filter(group -> clusters.mean(group, main) < limits.ask()
                        && group.size() >= limits.rivalShare() * main.size())
                .toList();
        if (!rivals.isEmpty()) {
            return new People(Map.of(), Optional.of(several(main, rivals)));
        }
        Map<PhotoId, Reason> reasons = new LinkedHashMap<>();
        groups.stream().skip(1).forEach(group -> group.forEach(face -> reason(group, face, main, reasons)));
        vouchedFor().forEach(face -> reason(List.of(face), face, main, reasons));
        return new People(reasons, Optional.empty());
    }

    private List<Integer> judged() {
        return IntStream.range(0, faces.size()).filter(face -> !faces.get(face).vouchedFor()).boxed().toList();
    }

    private Stream<Integer> vouchedFor() {
        return IntStream.range(0, faces.size()).filter(face -> faces.get(face).vouchedFor()).boxed();
    }

    private void reason(List<Integer> group, int face, List<Integer> main, Map<PhotoId, Reason> reasons) {
        double alike = clusters.mean(group, main);
        double shown = Figures.rounded(clusters.mean(List.of(face), main));
        if (alike < limits.ask()) {
            reasons.put(faces.get(face).photo(), Reason.refusal(ReasonCode.NOT_THE_SAME_PERSON,
                    "The person in this photo looks like somebody else than in most of this set: the likeness is %.2f, and at least %.2f is needed. Please choose another photo, or tell us if it is you all the same."
                            .formatted(shown, limits.ask()),
                    shown, limits.ask(), "likeness").beside(typical(main)));
        } else if (alike < limits.same()) {
            reasons.put(faces.get(face).photo(), Reason.warning(ReasonCode.MAYBE_NOT_THE_SAME_PERSON,
                    "We are not quite sure that this is the same person as in the rest of this set: the likeness is %.2f, and from %.2f on we are sure. Please look whether it is you."
                            .formatted(shown, limits.same()),
                    shown, limits.same(), "likeness").beside(typical(main)));
        }
    }

    private Reason several(List<Integer> main, List<List<Integer>> rivals) {
        List<List<PhotoId>> groups = Stream.concat(Stream.of(main), rivals.stream())
                .map(group -> group.stream().map(face -> faces.get(face).photo()).toList())
                .toList();
        String sizes = String.join(" and ", groups.stream().map(group -> Integer.toString(group.size())).toList());
        return Reason.refusal(ReasonCode.TWO_PEOPLE,
                "There seem to be %s different people in these photos, in %s of them, and we won't guess which one is you. Please take out the photos of the others."
                        .formatted(groups.size(), sizes),
                groups.size(), 1, "people").withGroups(groups);
    }

    /** The members that are most like all the others. */
    private List<PhotoId> typical(List<Integer> group) {
        return group.stream()
                .sorted(Comparator.<Integer>comparingDouble(face -> clusters.mean(List.of(face), group))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN_BESIDE)
                .map(face -> faces.get(face).photo())
                .toList();
    }

    private static double[][] likeness(List<Face> faces) {
        double[][] likeness = new double[faces.size()][faces.size()];
        for (int one = 0; one < faces.size(); one++) {
            for (int other = 0; other <= one; other++) {
                double alike = faces.get(one).vector().likeness(faces.get(other).vector());
                likeness[one][other] = alike;
                likeness[other][one] = alike;
            }
        }
        return likeness;
    }
}
