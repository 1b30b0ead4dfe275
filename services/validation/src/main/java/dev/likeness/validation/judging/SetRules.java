package dev.likeness.validation.judging;

import dev.likeness.imaging.reading.FaceVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is to be said of a whole set, once each of its photos has been looked at. Depends on the
 * order of the set, never on the order in which the photos were looked at.
 */
public final class SetRules {

    private final List<Candidate> photos;
    private final Limits limits;
    private final List<List<Reason>> reasons = new ArrayList<>();
    private final List<Reason> ofTheSet = new ArrayList<>();

    private SetRules(List<Candidate> photos, Limits limits) {
        this.photos = photos;
        this.limits = limits;
    }

    /** @param photos in the order of the set */
    public static Evaluation evaluate(List<Candidate> photos, Limits limits) {
        return new SetRules(photos, limits).evaluate();
    }

    /** What the photo is worth by itself, until the whole set is known. */
    public static Verdict.Final alone(Candidate photo, Limits limits) {
        return Verdict.of(PhotoRules.judge(photo.findings(), limits).stream().map(photo::weighed).toList());
    }

    private Evaluation evaluate() {
        photos.forEach(photo -> reasons.add(new ArrayList<>(alone(photo, limits).reasons())));
        findRepeated();
        findNearDuplicates();
        findOtherPeople();
        List<Verdict.Final> verdicts = reasons.stream().map(Verdict::of).toList();
        count(Math.toIntExact(verdicts.stream().filter(Verdict.Accepted.class::isInstance).count()));
        List<Candidate> good = good().mapToObj(photos::get).toList();
        return new Evaluation(verdicts, ofTheSet, CoverageRules.measure(good, limits));
    }

    private void findRepeated() {
        for (int place = 0; place < photos.size(); place++) {
            if (photos.get(place).findings() instanceof Findings.Repeated(PhotoId twin)) {
                reasons.get(place).add(repeats(twin));
            }
        }
    }

    private Reason repeats(PhotoId twin) {
        int place = photos.stream().map(Candidate::id).toList().indexOf(twin) + 1;
        return Reason.refusal(ReasonCode.EXACT_DUPLICATE, "This is exactly the same file as photo " + place
                + " of this set. Please send a different photo in its place.").withTwin(twin);
    }

    private void findNearDuplicates() {
        var nearDuplicates = new NearDuplicates(limits);
        List<Integer> kept = new ArrayList<>();
        for (int place : good().toArray()) {
            Candidate photo = photos.get(place);
            Optional<Reason> found = kept.stream()
                    .flatMap(earlier -> nearDuplicates.look(photos.get(earlier), earlier + 1, photo).stream())
                    .findFirst();
            found.map(photo::weighed).ifPresent(reasons.get(place)::add);
            if (found.map(photo::weighed).filter(reason -> !reason.warning()).isEmpty()) {
                kept.add(place);
            }
        }
    }

    private void findOtherPeople() {
        List<People.Face> faces = new ArrayList<>();
        for (int place : good().toArray()) {
            Candidate photo = photos.get(place);
            Optional<FaceVector> vector = photo.vector(limits.face());
            vector.ifPresentOrElse(
                    there -> faces.add(
                            new People.Face(photo.id(), there, photo.excuses(ReasonCode.NOT_THE_SAME_PERSON))),
                    () -> reasons.get(place)
                            .add(Reason.warning(ReasonCode.PERSON_NOT_COMPARED,
                                    "We could not compare your face in this photo with the rest of this set. Please look"
                                            + " whether it is you.")));
        }
        People people = People.of(faces, limits.person());
        for (int place = 0; place < photos.size(); place++) {
            Reason found = people.reasons().get(photos.get(place).id());
            if (found != null) {
                reasons.get(place).add(photos.get(place).weighed(found));
            }
        }
        people.several().ifPresent(ofTheSet::add);
    }

    /** Places of the photos that nothing speaks against so far. */
    private IntStream good() {
        return IntStream.range(0, photos.size()).filter(place -> reasons.get(place).stream().allMatch(Reason::warning));
    }

    private void count(int good) {
        SetLimits set = limits.set();
        if (photos.size() > set.max()) {
            ofTheSet.add(Reason.refusal(ReasonCode.TOO_MANY_PHOTOS, photos.size() + " photos, at most " + set.max()
                    + " can be taken. Please send the best " + set.best() + ".", photos.size(), set.max(), "photos"));
        } else if (good < set.minGood()) {
            int missing = set.minGood() - good;
            ofTheSet.add(Reason.refusal(ReasonCode.TOO_FEW_GOOD_PHOTOS,
                    Figures.counted(good, "good photo", "good photos") + ", at least " + set.minGood()
                            + " are needed. Please add " + missing + " more.",
                    good, set.minGood(), "photos"));
        } else if (good > set.best()) {
            ofTheSet.add(Reason.warning(ReasonCode.MORE_PHOTOS_THAN_NEEDED, good + " good photos; the best "
                    + set.minGood() + " to " + set.best() + " of them would do as well.", good, set.best(), "photos"));
        }
    }
}
