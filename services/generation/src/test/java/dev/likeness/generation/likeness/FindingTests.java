package dev.likeness.generation.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.likeness.Standing.Objection;
import dev.likeness.generation.likeness.Standing.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTests {

    @Test
    void refusesAModelWhosePortraitsAreSomebodyElse() {
        assertThat(of(Band.NOT_YOU, Band.NOT_YOU, Band.NOT_YOU, Band.NOT_YOU)).isEqualTo(Finding.NOT_ALIKE);
        assertThat(of(Band.NOT_YOU, Band.NOT_YOU, Band.NOT_YOU, Band.DOUBTFUL)).isEqualTo(Finding.NOT_ALIKE);
        assertThat(of(Band.NOT_YOU, Band.NOT_YOU)).isEqualTo(Finding.NOT_ALIKE);
    }

    @Test
    void leavesWhatPointsBothWaysToThePerson() {
        assertThat(of(Band.NOT_YOU, Band.NOT_YOU, Band.NOT_YOU, Band.ALIKE)).isEqualTo(Finding.UNCLEAR);
        assertThat(of(Band.NOT_YOU, Band.NOT_YOU, Band.DOUBTFUL, Band.DOUBTFUL)).isEqualTo(Finding.UNCLEAR);
        assertThat(of(Band.NOT_YOU, Band.NOT_MEASURED, Band.NOT_MEASURED, Band.NOT_MEASURED))
                .isEqualTo(Finding.UNCLEAR);
        assertThat(of()).isEqualTo(Finding.UNCLEAR);
    }

    @Test
    void takesAModelThatShowsThePersonHalfOfTheTime() {
        assertThat(of(Band.ALIKE, Band.AS_YOUR_PHOTOS, Band.DOUBTFUL, Band.NOT_YOU)).isEqualTo(Finding.ALIKE);
    }

    @Test
    void thePersonsWordCountsMoreThanWhatWasMeasured() {
        assertThat(standing(Finding.NOT_ALIKE, null).objection()).contains(Objection.TEST_SHOOT_NOT_YOU);
        assertThat(standing(Finding.NOT_ALIKE, Verdict.ME).objection()).isEmpty();
        assertThat(standing(Finding.ALIKE, Verdict.NOT_ME).objection()).contains(Objection.YOU_SAID_NOT_YOU);
        assertThat(standing(Finding.UNCLEAR, null).objection()).isEmpty();
        assertThat(Standing.UNTOLD.objection()).isEmpty();
        assertThat(Standing.UNTOLD.asks()).isFalse();
        assertThat(standing(Finding.ALIKE, null).asks()).isTrue();
        assertThat(standing(Finding.ALIKE, Verdict.ME).asks()).isFalse();
    }

    private static Standing standing(Finding finding, @org.jspecify.annotations.Nullable Verdict verdict) {
        return new Standing(Optional.of(finding), Optional.ofNullable(verdict));
    }

    private static Finding of(Band... bands) {
        return Finding.of(Stream.of(bands).map(FindingTests::likeness).toList());
    }

    static Likeness likeness(Band band) {
        return band == Band.NOT_MEASURED
                ? Likeness.notMeasured(Unmeasured.NO_FACE)
                : Likeness.measured(band, new Likeness.Figures(0.5, 10), false);
    }

    @Test
    void showsTheBestFirstAndWhatIsHeldBackLast() {
        List<Likeness> sorted = Stream.of(Band.NOT_YOU, Band.NOT_MEASURED, Band.ALIKE)
                .map(FindingTests::likeness)
                .sorted(Likeness.BEST_FIRST)
                .toList();

        assertThat(sorted).extracting(Likeness::band).containsExactly(Band.ALIKE, Band.NOT_MEASURED, Band.NOT_YOU);
    }
}
