package dev.likeness.generation.selfies;

import dev.likeness.imaging.darkroom.DarkroomSettings;
import dev.likeness.imaging.examining.Copies;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The child processes in which pictures are opened to be measured; none runs before the first.
 *
 * @param workers at one time; each keeps a processor busy
 * @param memory most of one worker; it is killed when it takes more
 * @param timePerPhoto processor time after which the worker is killed
 * @param idle a worker without work for so long is stopped
 * @param photosPerWorker after so many, a fresh one takes over
 */
@Validated
@ConfigurationProperties("generation.darkroom")
record DarkroomProperties(@Positive @Max(64) @DefaultValue("1") int workers, @DefaultValue("1GB") DataSize memory,
        @DefaultValue("20s") Duration timePerPhoto, @DefaultValue("1m") Duration idle,
        @Positive @DefaultValue("500") int photosPerWorker) {

    DarkroomSettings settings() {
        return new DarkroomSettings(workers, memory.toBytes(), timePerPhoto, idle, photosPerWorker, Copies.DEFAULT);
    }
}
