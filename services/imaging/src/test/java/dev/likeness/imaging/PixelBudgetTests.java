package dev.likeness.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PixelBudgetTests {

    @Test
    void letsOneWaitUntilThereIsRoom() throws Exception {
        PixelBudget budget = new PixelBudget(100);
        AtomicInteger entered = new AtomicInteger();
        Thread second;
        try (var _ = budget.take(60)) {
            second = Thread.ofVirtual().start(() -> {
                try (var _ = budget.take(60)) {
                    entered.incrementAndGet();
                }
            });
            await().until(() -> second.getState() == Thread.State.WAITING);
            assertThat(entered).hasValue(0);
        }
        second.join();
        assertThat(entered).hasValue(1);
        assertThat(budget.available()).isEqualTo(100);
    }

    @Test
    void decodesAloneWhatIsLargerThanAll() {
        PixelBudget budget = new PixelBudget(100);
        try (var _ = budget.take(1_000_000_000_000L)) {
            assertThat(budget.available()).isZero();
        }
        assertThat(budget.available()).isEqualTo(100);
    }
}
