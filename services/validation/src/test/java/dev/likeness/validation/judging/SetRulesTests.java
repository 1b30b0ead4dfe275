package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.Shots.LIMITS;
import static dev.likeness.validation.judging.Shots.candidate;
import static dev.likeness.validation.judging.Shots.goodAnd;
import static dev.likeness.validation.judging.Shots.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetRulesTests {

    @Test
    void acceptsFifteenGoodPhotosAndRefusesFourteen() {
        Evaluation fifteen = SetRules.evaluate(goodAnd(15), LIMITS);
        Evaluation fourteen = SetRules.evaluate(goodAnd(14), LIMITS);

        assertThat(fifteen.accepted()).isTrue();
        assertThat(fifteen.reasons()).isEmpty();
        assertThat(fifteen.verdicts()).hasSize(15).allMatch(Verdict.Accepted.class::isInstance);
        assertThat(fourteen.accepted()).isFalse();
        assertThat(fourteen.reasons().getFirst().sentence())
                .isEqualTo("14 good photos, at least 15 are needed. Please add 1 more.");
    }

    @Test
    void hintsFromTwentyEightOnAndRefusesFiftyOne() {
        assertThat(codes(27)).isEmpty();
        assertThat(codes(28)).containsExactly(ReasonCode.MORE_PHOTOS_THAN_NEEDED);
        assertThat(codes(50)).containsExactly(ReasonCode.MORE_PHOTOS_THAN_NEEDED);
        assertThat(codes(51)).containsExactly(ReasonCode.TOO_MANY_PHOTOS);
        assertThat(SetRules.evaluate(goodAnd(50), LIMITS).accepted()).isTrue();
        assertThat(SetRules.evaluate(goodAnd(51), LIMITS).accepted()).isFalse();
    }

    @Test
    void namesTheFirstOfTwoEqualFiles() {
        var repeated = new Candidate(id(20), new Findings.Repeated(id(2)), Optional.empty());

        Reason reason = refusal(SetRules.evaluate(goodAnd(15, repeated), LIMITS), 15);

        assertThat(reason.code()).isEqualTo(ReasonCode.EXACT_DUPLICATE);
        assertThat(reason.sentence()).contains("photo 3");
        assertThat(reason.photos().twin()).isEqualTo(id(2));
    }

    @Test
    void namesTheEarlierOfTwoAlmostEqualPictures() {
        long hash = Shots.good(3).hash();
        Evaluation copy = SetRules.evaluate(
                goodAnd(15, candidate(20, Shots.withHash(hash ^ 0b1111111111L, Shots.face(20)))), LIMITS);
        Evaluation other = SetRules.evaluate(
                goodAnd(15, candidate(20, Shots.withHash(hash ^ 0b11111111111L, Shots.face(20)))), LIMITS);

        Reason reason = refusal(copy, 15);
        assertThat(reason.code()).isEqualTo(ReasonCode.NEAR_DUPLICATE);
        assertThat(reason.photos().twin()).isEqualTo(id(3));
        assertThat(reason.measured()).isEqualTo(10);
        assertThat(reason.limit()).isEqualTo(10);
        assertThat(reason.sentence()).contains("photo 4");
        assertThat(other.verdicts().getLast()).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void takesShotsOfOneMomentForTheSamePicture() {
        long apart = Shots.good(3).hash() ^ ((1L << 22) - 1);

        assertThat(last(Shots.withHash(apart, Shots.posed(Shots.vector(0, 3), 5, -5)))).as("same face, same pose")
                .isEqualTo(ReasonCode.NEAR_DUPLICATE);
        assertThat(last(Shots.withHash(apart, Shots.posed(Shots.vector(0, 3), 6, 0)))).as("another pose").isNull();
        assertThat(last(Shots.withHash(apart, Shots.posed(Shots.vector(0, 20), 0, 0)))).as("a less like face").isNull();
        assertThat(last(Shots.withHash(apart ^ (1L << 30), Shots.posed(Shots.vector(0, 3), 0, 0))))
                .as("23 bits apart")
                .isNull();
        assertThat(last(Shots.withHash(apart, Shots.posed(Shots.vector("other", 0, 3, 0.8), 0, 0))))
                .as("vectors of another embedder")
                .isNull();
    }

    @Test
    void comparesWithPhotosThatStayOnly() {
        Candidate bad = candidate(0, Shots.withHash(7, Shots.high(0, 90)));
        Candidate likeTheBad = candidate(1, Shots.withHash(7, Shots.face(1)));
        Candidate likeBoth = candidate(2, Shots.withHash(7, Shots.face(2)));

        Evaluation evaluation = SetRules.evaluate(List.of(bad, likeTheBad, likeBoth), LIMITS);

        assertThat(refusal(evaluation, 0).code()).isEqualTo(ReasonCode.FACE_TOO_SMALL);
        assertThat(evaluation.verdicts().get(1)).isInstanceOf(Verdict.Accepted.class);
        assertThat(refusal(evaluation, 2).photos().twin()).isEqualTo(id(1));
    }

    @Test
    void letsThePersonOverrideWhatTheyHaveSeenAndNothingElse() {
        var said = new Objection(Objection.Why.DIFFERENT_LOOK, Set.of(ReasonCode.FACE_TOO_SMALL, ReasonCode.NO_FACE));
        var small = new Candidate(id(0), new Findings.Measured(Shots.of(0, Shots.high(0, 90))), Optional.of(said));
        var faceless = new Candidate(id(1), new Findings.Measured(Shots.of(1)), Optional.of(said));
        var turned = new Candidate(id(2), new Findings.Measured(Shots.of(2, Shots.turned(2, 80, 0))),
                Optional.of(said));

        assertThat(SetRules.alone(small, LIMITS)).isInstanceOf(Verdict.Accepted.class);
        assertThat(SetRules.alone(small, LIMITS).reasons()).extracting(Reason::code)
                .containsExactly(ReasonCode.FACE_TOO_SMALL);
        assertThat(SetRules.alone(faceless, LIMITS)).isInstanceOf(Verdict.Rejected.class);
        assertThat(SetRules.alone(turned, LIMITS)).isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void saysWhereAFaceCouldNotBeCompared() {
        var face = new dev.likeness.imaging.reading.FaceReading(Shots.BOX, 0.9, 200, Shots.LIGHT, Shots.FRONT,
                Optional.empty(), Optional.empty());

        Verdict.Final verdict = SetRules.evaluate(goodAnd(15, candidate(20, Shots.of(20, face))), LIMITS)
                .verdicts()
                .getLast();

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        assertThat(verdict.reasons()).extracting(Reason::code).containsExactly(ReasonCode.PERSON_NOT_COMPARED);
    }

    private static List<ReasonCode> codes(int good) {
        return SetRules.evaluate(goodAnd(good), LIMITS).reasons().stream().map(Reason::code).toList();
    }

    private static @org.jspecify.annotations.Nullable ReasonCode last(
            dev.likeness.imaging.reading.PhotoReading reading) {
        return SetRules.evaluate(goodAnd(15, candidate(20, reading)), LIMITS)
                .verdicts()
                .getLast()
                .reasons()
                .stream()
                .filter(reason -> !reason.warning())
                .map(Reason::code)
                .findFirst()
                .orElse(null);
    }

    private static Reason refusal(Evaluation evaluation, int place) {
        assertThat(evaluation.verdicts().get(place)).isInstanceOf(Verdict.Rejected.class);
        return evaluation.verdicts().get(place).reasons().getFirst();
    }
}
