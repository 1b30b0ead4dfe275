package dev.likeness.upload.sending;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is refused before it is even stored. Everything else gets a verdict.
 *
 * @param photos most photos of a set
 * @param photoSize largest photo
 * @param idle how long a sender may send nothing
 * @param slowest bytes per second that a sender must keep up; one who falls behind by {@code idle}
 * is cut off
 * @param atOnce requests with photos that are received at one time; the store must take as many
 * calls
 * @param atOncePerPerson how many of them one person may have
 * @param queue how long more of them wait
 * @param spoolDirectory where photos of a multipart request wait until their size is known; the
 * system's directory of temporary files if absent
 */
@Validated
@ConfigurationProperties("upload.limits")
public record LimitProperties(@Min(1) @Max(200) @DefaultValue("50") int photos,
        @DefaultValue("50MB") DataSize photoSize, @DefaultValue("30s") Duration idle,
        @DefaultValue("8KB") DataSize slowest, @Min(1) @DefaultValue("256") int atOnce,
        @Min(1) @DefaultValue("64") int atOncePerPerson, @DefaultValue("60s") Duration queue,
        @Nullable Path spoolDirectory) {

    public LimitProperties {
        if (photoSize.toBytes() < 1 || !idle.isPositive() || slowest.toBytes() < 1 || queue.isNegative()) {
            throw new IllegalArgumentException("Sizes and durations under upload.limits are more than zero");
        }
    }

    public Path spool() {
        return spoolDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : spoolDirectory;
    }
}
