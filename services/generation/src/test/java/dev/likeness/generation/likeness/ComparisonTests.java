package dev.likeness.generation.likeness;

import static dev.likeness.generation.likeness.Figures.LIMITS;
import static dev.likeness.generation.likeness.Figures.face;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.likeness.Sight.OneFace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    /** The cosine of two of them is about 0.95² = 0.9. */
    private static final List<OneFace> ALIKE = faces(15, 0.95);

    /** About 0.8² = 0.64. */
    private static final List<OneFace> VARIED = faces(15, 0.8);

    @Test
    void tellsThePersonFromAnybodyElse() {
        assertThat(band(face(0.95, 99), ALIKE)).isEqualTo(Band.AS_YOUR_PHOTOS);
        assertThat(band(face(0.85, 99), ALIKE)).isEqualTo(Band.ALIKE);
        assertThat(band(face(0.65, 99), ALIKE)).isEqualTo(Band.DOUBTFUL);
        assertThat(band(face(0.1, 99), ALIKE)).isEqualTo(Band.NOT_YOU);
    }

    @Test
    void holdsWhosePhotosAreAllAlikeToMore() {
        OneFace half = face(0.66, 99);

        assertThat(band(half, ALIKE)).isEqualTo(Band.DOUBTFUL);
        assertThat(band(half, VARIED)).isIn(Band.ALIKE, Band.AS_YOUR_PHOTOS);
    }

    @Test
    void saysThatAPictureRepeatsAPhoto() {
        OneFace photo = ALIKE.get(3);

        assertThat(Comparison.of(photo, ALIKE, LIMITS).copiesPhoto()).isTrue();
        assertThat(Comparison.of(new OneFace(photo.vector(), ~photo.hash()), ALIKE, LIMITS).copiesPhoto()).isFalse();
        assertThat(Comparison.of(new OneFace(face(0.9, 99).vector(), photo.hash()), ALIKE, LIMITS).copiesPhoto())
                .isFalse();
    }

    @Test
    void measuresNothingWithTooFewPhotos() {
        assertThat(Comparison.of(face(0.95, 99), ALIKE.subList(0, 4), LIMITS).unmeasured())
                .contains(Unmeasured.TOO_FEW_PHOTOS);
    }

    @Test
    void neverComparesVectorsOfTwoEmbedders() {
        List<OneFace> mixed = new ArrayList<>(ALIKE.subList(0, 6));
        ALIKE.subList(6, 15).forEach(photo -> mixed.add(Figures.of("another", photo)));

        assertThat(Comparison.of(face(0.95, 99), mixed, LIMITS))
                .isEqualTo(Comparison.of(face(0.95, 99), ALIKE.subList(0, 6), LIMITS));
        assertThat(Comparison.of(Figures.of("a third", face(0.95, 99)), mixed, LIMITS).unmeasured())
                .contains(Unmeasured.TOO_FEW_PHOTOS);
    }

    @Property(tries = 300)
    void figuresStayInTheirRanges(@ForAll @DoubleRange(min = -1, max = 1) double cosine,
            @ForAll @DoubleRange(min = -1, max = 1) double spread, @ForAll @IntRange(min = 5, max = 50) int photos,
            @ForAll long chance) {
        Likeness likeness = Comparison.of(face(cosine, chance), faces(photos, spread), LIMITS);

        Likeness.Figures figures = likeness.figures().orElseThrow();
        assertThat(figures.score()).isBetween(-1.0, 1.0);
        assertThat(figures.percentile()).isBetween(0.0, 100.0);
        assertThat(likeness.heldBack()).isEqualTo(likeness.band() == Band.NOT_YOU);
    }

    @Property(tries = 200)
    void theOrderOfPhotosDoesNotMatter(@ForAll @DoubleRange(min = -1, max = 1) double cosine, @ForAll long chance) {
        List<OneFace> shuffled = new ArrayList<>(VARIED);
        Collections.shuffle(shuffled, new Random(chance));

        Likeness.Figures one = Comparison.of(face(cosine, chance), VARIED, LIMITS).figures().orElseThrow();
        Likeness.Figures other = Comparison.of(face(cosine, chance), shuffled, LIMITS).figures().orElseThrow();
        assertThat(other.score()).isCloseTo(one.score(), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(other.percentile()).isCloseTo(one.percentile(), org.assertj.core.data.Offset.offset(7.0));
    }

    @Property(tries = 300)
    void whoIsMoreAlikeIsInNoWorseBand(@ForAll @DoubleRange(min = -1, max = 1) double one,
            @ForAll @DoubleRange(min = -1, max = 1) double other, @ForAll long chance) {
        Likeness lesser = Comparison.of(face(one, chance), VARIED, LIMITS);
        Likeness greater = Comparison.of(face(other, chance + 1), VARIED, LIMITS);

        double difference = score(greater) - score(lesser);
        if (difference < 0) {
            assertThat(greater.band().ordinal()).isGreaterThanOrEqualTo(lesser.band().ordinal());
            assertThat(Likeness.BEST_FIRST.compare(greater, lesser)).isPositive();
        } else if (difference > 0) {
            assertThat(greater.band().ordinal()).isLessThanOrEqualTo(lesser.band().ordinal());
            assertThat(Likeness.BEST_FIRST.compare(greater, lesser)).isNegative();
        }
    }

    @Property(tries = 100)
    void oneMorePhotoOfThePersonIsRarelyBelowTheirOwn(@ForAll long chance) {
        List<OneFace> photos = LongStream.range(0, 400).mapToObj(i -> face(0.9, chance + i)).toList();

        // By exchangeability, about a tenth of further photos fall below the tenth of those that are known.
        double below = DoubleStream.of(photos.subList(20, 400)
                .stream()
                .mapToDouble(photo -> Comparison.of(photo, photos.subList(0, 20), LIMITS)
                        .figures()
                        .orElseThrow()
                        .percentile())
                .toArray()).filter(percentile -> percentile < LIMITS.asYourPhotos()).count() / 380.0;
        assertThat(below).isLessThan(0.45);
    }

    private static Band band(OneFace picture, List<OneFace> photos) {
        return Comparison.of(picture, photos, LIMITS).band();
    }

    private static double score(Likeness likeness) {
        return likeness.figures().orElseThrow().score();
    }

    private static List<OneFace> faces(int count, double cosine) {
        return LongStream.range(0, count).mapToObj(i -> face(cosine, i)).toList();
    }
}
