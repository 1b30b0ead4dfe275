package dev.likeness.generation;

import dev.likeness.generation.likeness.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How likeness is measured; the limits are explained at {@link Limits}.
 *
 * @param patience how long portraits wait for the person's photos to be looked at, from the moment
 * they were asked for; after that they are announced without a likeness
 */
@Validated
@ConfigurationProperties("generation.likeness")
public record LikenessProperties(@DefaultValue("2m") Duration patience, @Min(2) @DefaultValue("5") int fewestPhotos,
        @Positive @DefaultValue("3") int nearest,
        @PositiveOrZero @DecimalMax(value = "100", inclusive = false) @DefaultValue("10") double asYourPhotos,
        @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.55") double alike,
        @DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.40") double doubtful,
        @PositiveOrZero @DefaultValue("0.20") double slack, @Valid @DefaultValue Face face,
        @Valid @DefaultValue Copy copy) {

    public LikenessProperties {
        if (doubtful > alike) {
            throw new IllegalArgumentException("generation.likeness.doubtful is " + doubtful
                    + ", but what is alike begins at " + alike);
        }
    }

    public record Face(@DecimalMin("0") @DecimalMax("1") @DefaultValue("0.7") double minScore,
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.4") double countedShare,
            @Positive @DefaultValue("64") double minHeight, @PositiveOrZero @DefaultValue("2.7") double minQuality) {}

    public record Copy(@DecimalMin("-1") @DecimalMax("1") @DefaultValue("0.97") double likeness,
            @PositiveOrZero @DefaultValue("10") int hashDistance) {}

    public Limits limits() {
        return new Limits(
                new Limits.Face(face.minScore(), face.countedShare(), face.minHeight(), face.minQuality()),
                fewestPhotos, nearest, asYourPhotos, alike, doubtful, slack,
                new Limits.Copy(copy.likeness(), copy.hashDistance()));
    }
}
