package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.validation.judging.Limits;
import dev.likeness.validation.judging.SetLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LimitsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new LimitsProperties(DataSize.ofBytes(10_240), DataSize.ofMegabytes(50),
                64_000_000, 65_500, 512, 1024,
                new LimitsProperties.Face(0.7, 0.4, 128, 256, 0.03, 0.02, 0.05, 50, 35, 35, 12, 30, 2.7, 0.5),
                new LimitsProperties.Light(35, 0.33, 230, 0.5, 8, 60),
                new LimitsProperties.Faceless(20, 205, 10, 4), new LimitsProperties.Twins(10, 22, 0.97, 5),
                new LimitsProperties.Person(0.55, 0.4, 0.5), new LimitsProperties.SetSize(15, 27, 50),
                new LimitsProperties.Coverage(0.4, 0.2, 0.1, 20, 15, 25, 0.5,
                        new LimitsProperties.Wanted(4, 4, 2, 5, 2, 2, 1)),
                new LimitsProperties.Prepared(2048, 0.95)));
    }

    @Test
    void readsEveryKey() {
        List<String> keys = List.of("min-size", "max-size", "max-pixels", "max-side", "min-short-side",
                "recommended-short-side", "face.min-score", "face.counted-share", "face.min-height",
                "face.recommended-height", "face.min-share", "face.edge-gap", "face.top-gap", "face.max-yaw",
                "face.profile-yaw", "face.max-pitch",
                "face.min-sharpness", "face.recommended-sharpness", "face.min-quality", "face.min-eyes",
                "light.min-mean", "light.max-shadows", "light.max-mean",
                "light.max-highlights", "light.min-deviation", "light.contrast-from", "faceless.min-mean",
                "faceless.max-mean", "faceless.min-deviation", "faceless.min-sharpness", "twins.hash-distance",
                "twins.burst-distance",
                "twins.burst-likeness", "twins.burst-pose", "person.same", "person.ask", "person.rival-share",
                "set.min-good", "set.best", "set.max", "coverage.close-up", "coverage.head-and-shoulders",
                "coverage.half-body", "coverage.side-yaw", "coverage.tilt-pitch", "coverage.light-spread",
                "coverage.background-spread", "coverage.wanted.close-ups", "coverage.wanted.head-and-shoulders",
                "coverage.wanted.half-bodies", "coverage.wanted.fronts", "coverage.wanted.lefts",
                "coverage.wanted.rights", "prepared.long-side", "prepared.quality");
        LimitsProperties usual = bound(Map.of());

        assertThat(keys).allSatisfy(key -> assertThat(bound(Map.of("validation.limits." + key, "1"))).as(key)
                .isNotEqualTo(usual));
        assertThat(bound(Map.of("validation.limits.coverage.wanted.tilted", "2"))).isNotEqualTo(usual);
    }

    @Test
    void givesTheRulesWhatWasSet() {
        Limits limits = bound(Map.of("validation.limits.min-size", "1KB", "validation.limits.face.min-height", "99",
                "validation.limits.twins.hash-distance", "7", "validation.limits.person.ask", "0.3",
                "validation.limits.set.best", "20", "validation.limits.coverage.wanted.tilted", "3")).limits();

        assertThat(limits.picture().minBytes()).isEqualTo(1024);
        assertThat(limits.face().minHeight()).isEqualTo(99);
        assertThat(limits.twins().hashDistance()).isEqualTo(7);
        assertThat(limits.person()).isEqualTo(new Limits.Person(0.55, 0.3, 0.5));
        assertThat(limits.set()).isEqualTo(new SetLimits(15, 20, 50));
        assertThat(limits.coverage().wanted().tilted()).isEqualTo(3);
    }

    @Test
    void refusesToAskMoreThanItIsSureOf() {
        assertThatThrownBy(() -> new Limits.Person(0.4, 0.5, 0.5)).hasMessageContaining("0.5");
    }

    @Test
    void refusesASetWhoseFewestIsMoreThanItsMost() {
        assertThatThrownBy(() -> new SetLimits(15, 10, 50)).hasMessageContaining("15");
    }

    private static LimitsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("validation.limits",
                LimitsProperties.class);
    }
}
