package dev.likeness.upload.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTests {

    private static final long SECOND = 1_000_000_000;
    private static final int SLOWEST = 8_192;
    private static final long NEVER = Long.MAX_VALUE;

    private final Pace pace = new Pace(Duration.ofSeconds(30), SLOWEST);

    @Test
    void losesPatienceWithSilence() {
        pace.wants(8, 0);

        assertThat(pace.lost(29 * SECOND)).isEmpty();
        assertThat(pace.lost(30 * SECOND)).hasValueSatisfying(lost -> assertThat(lost).isInstanceOf(Stalled.class));
    }

    @Test
    void cutsATrickleOffThoughItNeverStops() {
        pace.wants(Long.MAX_VALUE, 0);

        assertThat(endOf(1_024, 0)).isBetween(30L, 36L);
        assertThat(pace.lost(36 * SECOND)).hasValueSatisfying(lost -> {
            assertThat(lost).isInstanceOfSatisfying(TooSlow.class, slow -> {
                assertThat(slow.bytes() / slow.waited().toSeconds()).isBetween(900L, 1_100L);
                assertThat(slow.slowest()).isEqualTo(SLOWEST);
            });
        });
    }

    @Test
    void isNotBoughtByABurst() {
        pace.wants(Long.MAX_VALUE, 0);
        pace.came(40_000_000, SECOND);

        assertThat(endOf(1, 1)).isBetween(30L, 33L);
    }

    @Test
    void forgivesAPauseThatIsMadeUpFor() {
        pace.wants(Long.MAX_VALUE, 0);
        for (int round = 0; round < 20; round++) {
            long end = (round + 1) * 29 * SECOND;
            assertThat(pace.lost(end)).isEmpty();
            pace.came(300_000, end);
        }
    }

    @Test
    void doesNotBlameTheSenderForASlowStore() {
        pace.wants(2, 0);
        pace.came(10, SECOND);
        pace.came(10, 2 * SECOND);

        assertThat(pace.lost(3_600 * SECOND)).isEmpty();
        pace.wants(1, 3_600 * SECOND);
        assertThat(pace.lost(3_620 * SECOND)).isEmpty();
        assertThat(pace.lost(3_630 * SECOND)).isPresent();
    }

    @Property(tries = 200)
    void holdsNobodyForLongerThanTheSlowestPaceTakes(@ForAll @IntRange(max = 20_000) int bytesPerSecond) {
        pace.wants(Long.MAX_VALUE, 0);

        assertThat(endOf(bytesPerSecond, 0) == NEVER).isEqualTo(bytesPerSecond >= SLOWEST);
    }

    private long endOf(int bytesPerSecond, long from) {
        for (long second = from + 1; second < 400_000 + from; second++) {
            if (pace.lost(second * SECOND).isPresent()) {
                return second;
            }
            pace.came(bytesPerSecond, second * SECOND);
        }
        return NEVER;
    }
}
