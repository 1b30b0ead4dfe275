package dev.likeness.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.likeness.messaging.CrashPoint.Crash;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashPointTests {

    @Test
    void endsNothingUnlessTheProcessWasStartedToEnd() {
        assertThat(System.getProperty(CrashPoint.PROPERTY)).isNull();
        for (CrashPoint point : CrashPoint.values()) {
            point.reached();
        }
    }

    @Test
    void isNowAtThePassingThatWasNamedAndNeverAgain() {
        Crash crash = Crash.of(CrashPoint.AFTER_PAID_ANSWER.at(3));
        assertThat(crash.isNow(CrashPoint.BEFORE_PAID_CALL)).isFalse();
        assertThat(IntStream.range(0, 6).mapToObj(passing -> crash.isNow(CrashPoint.AFTER_PAID_ANSWER)))
                .containsExactly(false, false, true, false, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "after-commit", "after-commit:0", "after-commit:x", "AFTER_COMMIT:1", "nowhere:1"})
    void refusesAnythingElseThanAPointAndAPassing(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Crash.of(value)).withMessageContaining("after-commit");
    }
}
