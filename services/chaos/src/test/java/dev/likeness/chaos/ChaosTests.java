package dev.likeness.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.messaging.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The run itself: the short one, or with {@code -Dlikeness.chaos.jobs=1000} and a seed the long
 * one.
 */
class ChaosTests {

    @Test
    void paysOnceAndLosesNothingWhateverDies() throws IOException {
        ChaosSettings settings = ChaosSettings.of(System.getProperties());
        Report report = new Chaos(settings, System.out).run();
        List<String> lines = report.lines();
        lines.forEach(System.out::println);
        Files.write(settings.directory().resolve("report.txt"), lines);

        assertThat(report.checks()).as("repeat with %s", settings.command()).allMatch(check -> check.holds());
        assertThat(report.outageWithoutModel()).isEmpty();
        assertStruck(report.happened());
        if (settings.isLong()) {
            assertThat(report.answersLost()).isGreaterThanOrEqualTo(100);
        }
    }

    /** A run in which half of it never struck would prove nothing. */
    private static void assertStruck(Map<String, Integer> happened) {
        Stream<String> points = Stream.of(CrashPoint.values()).map(point -> "died at " + point);
        Stream<String> others = Stream.of("instance frozen", "broker killed", "database stopped", "provider killed");
        assertThat(Stream.concat(points, others))
                .allSatisfy(what -> assertThat(happened.keySet()).anyMatch(kind -> kind.startsWith(what)));
    }
}
