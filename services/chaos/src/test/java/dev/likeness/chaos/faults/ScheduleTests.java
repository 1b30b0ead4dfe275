package dev.likeness.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.messaging.CrashPoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTests {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Schedule.of(7, 3, 100)).isEqualTo(Schedule.of(7, 3, 100)).isNotEqualTo(Schedule.of(8, 3, 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasEverythingStrikeInEachRound(long seed) {
        List<Strike> strikes = Schedule.of(seed, 1, 26).stream().map(Step::strike).toList();
        assertThat(crashes(strikes).map(Strike.Crash::point)).containsExactlyInAnyOrder(CrashPoint.values());
        assertThat(strikes).hasAtLeastOneElementOfType(Strike.Kill.class)
                .hasAtLeastOneElementOfType(Strike.Freeze.class)
                .contains(new Strike.BrokerKilled(), new Strike.DatabaseCrashed(), new Strike.ProviderKilled());
    }

    @Test
    void spreadsTheJobsOverTheStepsAndKeepsTheirNumber() {
        List<Step> steps = Schedule.of(1, 8, 1000);
        assertThat(steps.stream().mapToInt(Step::jobs).sum()).isEqualTo(1000);
        assertThat(steps).allSatisfy(step -> assertThat(step.jobs()).isBetween(9, 10));
    }

    @Test
    void losesMoreThanAHundredAnswersOfAThousand() {
        assertThat(Schedule.of(1, 8, 1000)
                .stream()
                .flatMap(step -> step.faults().stream())
                .filter(fault -> fault.operation().equals("createTraining") && fault.kind().endsWith("AfterAccept"))
                .mapToInt(ProviderFault::times)
                .sum()).isGreaterThan(150);
    }

    /** Its lease would be held by the other one, and the point never come. */
    @Test
    void hasTheOutboxRelayedByTheInstanceThatIsToDieThere() {
        assertThat(crashes(Schedule.of(1, 8, 1000).stream().map(Step::strike).toList())
                .filter(crash -> crash.point().name().contains("OUTBOX"))).allMatch(Strike.Crash::alone);
    }

    private static Stream<Strike.Crash> crashes(List<Strike> strikes) {
        return strikes.stream().filter(Strike.Crash.class::isInstance).map(Strike.Crash.class::cast);
    }
}
