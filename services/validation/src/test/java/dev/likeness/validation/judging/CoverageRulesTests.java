package dev.likeness.validation.judging;

import static dev.likeness.validation.judging.Shots.LIMITS;
import static dev.likeness.validation.judging.Shots.candidate;
import static dev.likeness.validation.judging.Shots.goodAnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceReading.Box;
import dev.likeness.imaging.reading.FaceReading.Pose;
import dev.likeness.validation.judging.Coverage.Code;
import dev.likeness.validation.judging.Coverage.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageRulesTests {

    @Test
    void isFullForAVariedSet() {
        Coverage coverage = CoverageRules.measure(varied(), LIMITS);

        assertThat(coverage).isEqualTo(new Coverage(100, 100, 100, 100, 100, List.of()));
    }

    @Test
    void suggestsAtMostThreeThingsAndWhatHelpsMostFirst() {
        Coverage coverage = CoverageRules.measure(goodAnd(15), LIMITS);

        assertThat(coverage.framing()).isEqualTo(40);
        assertThat(coverage.angles()).isEqualTo(50);
        assertThat(coverage.light()).isZero();
        assertThat(coverage.background()).isZero();
        assertThat(coverage.meter()).isEqualTo(23);
        assertThat(coverage.suggestions()).extracting(Suggestion::code)
                .containsExactly(Code.MORE_KINDS_OF_LIGHT, Code.MORE_BACKGROUNDS, Code.MORE_CLOSE_UPS);
        assertThat(coverage.suggestions().getLast().sentence())
                .isEqualTo("Add 4 photos taken from close by, your face filling most of the picture.");
    }

    @Test
    void countsHeadsTurnedToEitherSide() {
        List<Candidate> set = new ArrayList<>(varied());
        set.removeIf(photo -> photo.face(LIMITS.face()).orElseThrow().pose().yaw() < -20);

        assertThat(CoverageRules.measure(set, LIMITS).suggestions()).extracting(Suggestion::code)
                .startsWith(Code.MORE_TURNED_LEFT)
                .doesNotContain(Code.MORE_TURNED_RIGHT);
    }

    @Test
    void isEmptyForAnEmptySet() {
        Coverage coverage = CoverageRules.measure(List.of(), LIMITS);

        assertThat(coverage.meter()).isZero();
        assertThat(coverage.suggestions()).hasSize(3);
    }

    private static List<Candidate> varied() {
        List<Candidate> set = new ArrayList<>();
        List<Double> heights = List.of(700.0, 400.0, 700.0, 400.0, 700.0, 400.0, 700.0, 400.0, 200.0, 200.0);
        List<Pose> poses = List.of(new Pose(0, 0, 0), new Pose(5, 0, 0), new Pose(-5, 0, 0), new Pose(0, 10, 0),
                new Pose(0, -10, 0), new Pose(-30, 0, 0), new Pose(-40, 0, 0), new Pose(30, 0, 0), new Pose(40, 0, 0),
                new Pose(0, 20, 0));
        for (int number = 0; number < heights.size(); number++) {
            double height = heights.get(number);
            var face = new FaceReading(new Box(100, 100, height * 0.8, height), 0.98, 180, Shots.LIGHT,
                    poses.get(number), Optional.empty(), Optional.of(Shots.vector(0, number)));
            set.add(candidate(number, Shots.varied(number, 60 + 15 * number, number, face)));
        }
        return set;
    }
}
