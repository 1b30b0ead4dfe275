package dev.likeness.validation;

import dev.likeness.validation.report.SetLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a photo and a set are held against.
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
        @Valid @DefaultValue SetSize set, @Valid @DefaultValue Prepared prepared) {

    /**
     * @param minGood fewest good photos
     * @param best beyond this many good photos, a hint that fewer do as well
     * @param max most photos
     */
    public record SetSize(@Positive @DefaultValue("15") int minGood, @Positive @DefaultValue("27") int best,
            @Positive @DefaultValue("50") int max) {}

    /**
     * The copy that a training reads.
     *
     * @param longSide most pixels of its long side
     * @param quality of its JPEG, up to 1
     */
    public record Prepared(@Positive @DefaultValue("2048") int longSide,
            @Positive @DecimalMax("1") @DefaultValue("0.95") double quality) {}

    public SetLimits ofSet() {
        return new SetLimits(set.minGood(), set.best(), set.max());
    }
}
