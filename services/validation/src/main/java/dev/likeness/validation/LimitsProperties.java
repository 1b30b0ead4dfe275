package dev.likeness.validation;

import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.SetLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a photo and a set are held against; units and meaning are those of {@link Limits}, and
 * {@code docs/photos.md} lists them all.
 *
 * @param minSize smallest file
 * @param maxSize largest file; as much is read into memory for each photo being checked
 * @param maxPixels most pixels, compared with the header before anything is decoded
 * @param maxSide longest side in pixels
 * @param minShortSide shortest short side in pixels
 * @param recommendedShortSide below it, a warning
 */
@Validated
@ConfigurationProperties("validation.limits")
public record LimitsProperties(@DefaultValue("10240B") DataSize minSize, @DefaultValue("50MB") DataSize maxSize,
        @Positive @DefaultValue("64000000") long maxPixels, @Positive @Max(65_535) @DefaultValue("65500") int maxSide,
        @Positive @DefaultValue("512") int minShortSide, @Positive @DefaultValue("1024") int recommendedShortSide,
        @Valid @DefaultValue Face face, @Valid @DefaultValue Light light, @Valid @DefaultValue Faceless faceless,
        @Valid @DefaultValue Twins twins, @Valid @DefaultValue Person person, @Valid @DefaultValue SetSize set,
        @Valid @DefaultValue Coverage coverage,
        @Valid @DefaultValue Prepared prepared) {

    /** @see Limits.Face */
    public record Face(@DecimalMin("0") @DecimalMax("1") @DefaultValue("0.7") double minScore,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.4") double countedShare,
            @Positive @DefaultValue("128") int minHeight, @Positive @DefaultValue("256") int recommendedHeight,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.03") double minShare,
            @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.02") double edgeGap,
            @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.05") double topGap,
            @Positive @DecimalMax("90") @DefaultValue("50") double maxYaw,
            @Positive @DecimalMax("90") @DefaultValue("35") double profileYaw,
            @Positive @DecimalMax("90") @DefaultValue("35") double maxPitch,
            @PositiveOrZero @DefaultValue("12") double minSharpness,
            @PositiveOrZero @DefaultValue("30") double recommendedSharpness,
            @PositiveOrZero @DefaultValue("2.7") double minQuality,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.5") double minEyes) {}

    /** @see Limits.Light */
    public record Light(@DecimalMin("0") @DecimalMax("255") @DefaultValue("35") double minMean,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.33") double maxShadows,
            @DecimalMin("0") @DecimalMax("255") @DefaultValue("230") double maxMean,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.5") double maxHighlights,
            @PositiveOrZero @DefaultValue("8") double minDeviation,
            @DecimalMin("0") @DecimalMax("255") @DefaultValue("60") double contrastFrom) {}

    /** @see Limits.Faceless */
    public record Faceless(@DecimalMin("0") @DecimalMax("255") @DefaultValue("20") double minMean,
            @DecimalMin("0") @DecimalMax("255") @DefaultValue("205") double maxMean,
            @PositiveOrZero @DefaultValue("10") double minDeviation,
            @PositiveOrZero @DefaultValue("4") double minSharpness) {}

    /** @see Limits.Twins */
    public record Twins(@PositiveOrZero @Max(64) @DefaultValue("10") int hashDistance,
            @PositiveOrZero @Max(64) @DefaultValue("22") int burstDistance,
            @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.97") double burstLikeness,
            @PositiveOrZero @DefaultValue("5") double burstPose) {}

    /** @see Limits.Person */
    public record Person(@DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.55") double same,
            @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.40") double ask,
            @Positive @DecimalMax("1") @DefaultValue("0.5") double rivalShare) {}

    /**
     * @param minGood fewest good photos
     * @param best beyond this many good photos, a hint that fewer do as well
     * @param max most photos
     */
    public record SetSize(@Positive @DefaultValue("15") int minGood, @Positive @DefaultValue("27") int best,
            @Positive @DefaultValue("50") int max) {}

    /** @see Limits.Coverage */
    public record Coverage(@Positive @DecimalMax("1") @DefaultValue("0.40") double closeUp,
            @Positive @DecimalMax("1") @DefaultValue("0.20") double headAndShoulders,
            @Positive @DecimalMax("1") @DefaultValue("0.10") double halfBody,
            @Positive @DecimalMax("90") @DefaultValue("20") double sideYaw,
            @Positive @DecimalMax("90") @DefaultValue("15") double tiltPitch,
            @Positive @DecimalMax("255") @DefaultValue("25") double lightSpread,
            @Positive @DecimalMax("1") @DefaultValue("0.5") double backgroundSpread,
            @Valid @DefaultValue Wanted wanted) {}

    /** @see Limits.Coverage.Wanted */
    public record Wanted(@PositiveOrZero @DefaultValue("4") int closeUps,
            @PositiveOrZero @DefaultValue("4") int headAndShoulders, @PositiveOrZero @DefaultValue("2") int halfBodies,
            @PositiveOrZero @DefaultValue("5") int fronts, @PositiveOrZero @DefaultValue("2") int lefts,
            @PositiveOrZero @DefaultValue("2") int rights, @PositiveOrZero @DefaultValue("1") int tilted) {}

    /**
     * The copy that a training reads.
     *
     * @param longSide most pixels of its long side
     * @param quality of its JPEG, up to 1
     */
    public record Prepared(@Positive @DefaultValue("2048") int longSide,
            @Positive @DecimalMax("1") @DefaultValue("0.95") double quality) {}

    /** The same, as the rules take them. */
    public Limits limits() {
        return new Limits(
                new Limits.Picture(minSize.toBytes(), maxSize.toBytes(), maxPixels, maxSide, minShortSide,
                        recommendedShortSide),
                new Limits.Face(face.minScore, face.countedShare, face.minHeight, face.recommendedHeight,
                        face.minShare, face.edgeGap, face.topGap, face.maxYaw, face.profileYaw, face.maxPitch,
                        face.minSharpness, face.recommendedSharpness, face.minQuality, face.minEyes),
                new Limits.Light(light.minMean, light.maxShadows, light.maxMean, light.maxHighlights,
                        light.minDeviation, light.contrastFrom),
                new Limits.Faceless(faceless.minMean, faceless.maxMean, faceless.minDeviation, faceless.minSharpness),
                new Limits.Twins(twins.hashDistance, twins.burstDistance, twins.burstLikeness, twins.burstPose),
                new Limits.Person(person.same, person.ask, person.rivalShare),
                new SetLimits(set.minGood, set.best, set.max), ofCoverage());
    }

    private Limits.Coverage ofCoverage() {
        Wanted wanted = coverage.wanted;
        return new Limits.Coverage(coverage.closeUp, coverage.headAndShoulders, coverage.halfBody, coverage.sideYaw,
                coverage.tiltPitch, coverage.lightSpread, coverage.backgroundSpread,
                new Limits.Coverage.Wanted(wanted.closeUps, wanted.headAndShoulders, wanted.halfBodies, wanted.fronts,
                        wanted.lefts, wanted.rights, wanted.tilted));
    }
}
