package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.Shots.LIMITS;
import static dev.likeness.validation.judging.Shots.candidate;
import static dev.likeness.validation.judging.Shots.goodAnd;
import static dev.likeness.validation.judging.Shots.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.reading.FaceVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OnePersonTests {

    @Test
    void namesTheOddOneOutBesideTwoOthers() {
        Evaluation evaluation = SetRules.evaluate(goodAnd(15, of(20, Shots.vector(1, 20))), LIMITS);

        assertThat(evaluation.accepted()).isTrue();
        assertThat(evaluation.verdicts().subList(0, 15)).allMatch(verdict -> verdict.reasons().isEmpty());
        Reason reason = evaluation.verdicts().getLast().reasons().getFirst();
        assertThat(evaluation.verdicts().getLast()).isInstanceOf(Verdict.Rejected.class);
        assertThat(reason.code()).isEqualTo(ReasonCode.NOT_THE_SAME_PERSON);
        assertThat(reason.measured()).isEqualTo(0);
        assertThat(reason.limit()).isEqualTo(0.4);
        assertThat(reason.photos().beside()).hasSize(2).doesNotContain(id(20)).doesNotHaveDuplicates();
    }

    @Test
    void refusesASetWithoutGoodOnesEnoughOnceOthersAreOut() {
        Evaluation evaluation = SetRules.evaluate(
                goodAnd(13, of(20, Shots.vector(1, 20)), of(21, Shots.vector(2, 21))), LIMITS);

        assertThat(evaluation.reasons()).extracting(Reason::code).containsExactly(ReasonCode.TOO_FEW_GOOD_PHOTOS);
        assertThat(evaluation.reasons().getFirst().measured()).isEqualTo(13);
    }

    @Test
    void asksWhereItIsNotSure() {
        Evaluation evaluation = SetRules.evaluate(goodAnd(15, of(20, blend(0.5, 20))), LIMITS);

        Reason reason = evaluation.verdicts().getLast().reasons().getFirst();
        assertThat(evaluation.verdicts().getLast()).isInstanceOf(Verdict.Accepted.class);
        assertThat(reason.code()).isEqualTo(ReasonCode.MAYBE_NOT_THE_SAME_PERSON);
        assertThat(reason.measured()).isEqualTo(0.5);
        assertThat(reason.photos().beside()).hasSize(2);
    }

    @Test
    void drawsTheLinesWhereTheyAre() {
        assertThat(code(0.39)).isEqualTo(ReasonCode.NOT_THE_SAME_PERSON);
        assertThat(code(0.41)).isEqualTo(ReasonCode.MAYBE_NOT_THE_SAME_PERSON);
        assertThat(code(0.54)).isEqualTo(ReasonCode.MAYBE_NOT_THE_SAME_PERSON);
        assertThat(code(0.56)).isNull();
    }

    @Test
    void guessesNobodyWhereTwoGroupsAreAboutAsLarge() {
        List<Candidate> set = goodAnd(10);
        List.of(20, 21, 22, 23, 24).forEach(number -> set.add(of(number, Shots.vector(1, number))));

        Evaluation evaluation = SetRules.evaluate(set, LIMITS);

        assertThat(evaluation.accepted()).isFalse();
        assertThat(evaluation.verdicts()).allMatch(Verdict.Accepted.class::isInstance);
        Reason reason = evaluation.reasons().getFirst();
        assertThat(reason.code()).isEqualTo(ReasonCode.TWO_PEOPLE);
        assertThat(reason.photos().groups()).hasSize(2);
        assertThat(reason.photos().groups().getFirst()).hasSize(10).contains(id(0), id(9));
        assertThat(reason.photos().groups().getLast()).containsExactly(id(20), id(21), id(22), id(23), id(24));
        assertThat(reason.sentence()).contains("2 different people", "10 and 5");
    }

    @Test
    void believesThePersonThatASiblingIsThem() {
        var said = new Objection(Objection.Why.OLD_PHOTO, Set.of(ReasonCode.NOT_THE_SAME_PERSON));
        var child = new Candidate(id(20), new Findings.Measured(Shots.of(20, Shots.face(Shots.vector(1, 20)))),
                Optional.of(said));

        Verdict.Final verdict = SetRules.evaluate(goodAnd(15, child), LIMITS).verdicts().getLast();

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict.reasons()).extracting(Reason::code).containsExactly(ReasonCode.NOT_THE_SAME_PERSON);
    }

    @Test
    void settlesTwoGroupsByThePersonsWord() {
        var said = new Objection(Objection.Why.DIFFERENT_LOOK, Set.of(ReasonCode.NOT_THE_SAME_PERSON));
        List<Candidate> set = goodAnd(10);
        List.of(20, 21, 22, 23, 24)
                .forEach(number -> set.add(new Candidate(id(number),
                        new Findings.Measured(Shots.of(number, Shots.face(Shots.vector(1, number)))),
                        Optional.of(said))));

        assertThat(SetRules.evaluate(set, LIMITS).accepted()).isTrue();
    }

    @Test
    void neverComparesFiguresOfTwoEmbedders() {
        Evaluation evaluation = SetRules.evaluate(
                goodAnd(15, of(20, Shots.vector("dlib", 1, 20, 0.8)), of(21, Shots.vector("dlib", 1, 21, 0.8))),
                LIMITS);

        assertThat(evaluation.accepted()).isTrue();
        assertThat(evaluation.verdicts()).allMatch(verdict -> verdict.reasons().isEmpty());
    }

    /** The same photos in another order of the set are still the same odd ones out. */
    @Property(tries = 200)
    void findsTheSamePeopleInAnyOrder(@ForAll Random random) {
        List<Candidate> set = goodAnd(9, of(20, Shots.vector(1, 20)), of(21, Shots.vector(2, 21)),
                of(22, blend(0.47, 22)));
        Set<PhotoId> expected = rejected(set);
        Collections.shuffle(set, random);

        assertThat(rejected(set)).isEqualTo(expected).containsExactlyInAnyOrder(id(20), id(21));
    }

    private static Set<PhotoId> rejected(List<Candidate> set) {
        Evaluation evaluation = SetRules.evaluate(set, LIMITS);
        return java.util.stream.IntStream.range(0, set.size())
                .filter(place -> evaluation.verdicts().get(place) instanceof Verdict.Rejected)
                .mapToObj(place -> set.get(place).id())
                .collect(Collectors.toSet());
    }

    private static @org.jspecify.annotations.Nullable ReasonCode code(double likeness) {
        return SetRules.evaluate(goodAnd(15, of(20, blend(likeness, 20))), LIMITS)
                .verdicts()
                .getLast()
                .reasons()
                .stream()
                .map(Reason::code)
                .findFirst()
                .orElse(null);
    }

    private static Candidate of(int number, FaceVector vector) {
        return candidate(number, Shots.of(number, Shots.face(vector)));
    }

    /**
     * A face whose likeness to each of person 0 is the given one: their own share is the square root of
     * 0.8.
     */
    private static FaceVector blend(double likeness, int number) {
        double share = likeness / Math.sqrt(0.8);
        List<Float> values = new ArrayList<>(Collections.nCopies(Shots.vector(0, 0).values().size(), 0f));
        values.set(0, (float) share);
        values.set(values.size() - 1 - number, (float) Math.sqrt(1 - share * share));
        Function<List<Float>, FaceVector> of = numbers -> new FaceVector("fr_feature", "1", numbers, 4.5);
        return of.apply(values);
    }
}
