package dev.likeness.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChaosSettingsTests {

    @Test
    void isTheShortRunWithoutBeingToldAnything() {
        ChaosSettings settings = ChaosSettings.of(new Properties());
        assertThat(settings.rounds()).isEqualTo(1);
        assertThat(settings.isLong()).isFalse();
        assertThat(settings.outage()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void strikesInMoreRoundsTheMoreJobsThereAre() {
        Properties given = new Properties();
        given.setProperty("likeness.chaos.jobs", "1000");
        given.setProperty("likeness.chaos.seed", "7");
        given.setProperty("likeness.chaos.outage", "PT5M");
        ChaosSettings settings = ChaosSettings.of(given);
        assertThat(settings.rounds()).isEqualTo(4);
        assertThat(settings.isLong()).isTrue();
        assertThat(settings.command()).contains("seed=7", "jobs=1000", "outage=PT5M");
    }
}
