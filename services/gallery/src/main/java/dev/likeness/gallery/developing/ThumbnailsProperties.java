package dev.likeness.gallery.developing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How thumbnails are made.
 *
 * @param small most pixels of the long side of a small one
 * @param large most pixels of the long side of a large one
 * @param concurrency of how many pictures at once
 * @param queue how many more may wait; beyond that the answer is to come back
 * @param maxSize largest picture; as much is read into memory for each one at work
 * @param maxPixels most pixels of a picture
 */
@Validated
@ConfigurationProperties("gallery.thumbnails")
record ThumbnailsProperties(@Min(16) @Max(2048) @DefaultValue("320") int small,
        @Min(16) @Max(2048) @DefaultValue("960") int large,
        @Positive @Max(64) @DefaultValue("2") int concurrency, @Positive @DefaultValue("200") int queue,
        @DefaultValue("30MB") DataSize maxSize, @Positive @DefaultValue("16000000") long maxPixels) {

    int longSide(ThumbnailSize size) {
        return switch (size) {
            case SMALL -> small;
            case LARGE -> large;
        };
    }
}
