package dev.likeness.validation.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelsInFlightTests {

    private final PixelsInFlight inFlight = new PixelsInFlight(100);
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void neverHoldsMoreThanItsBound() throws Exception {
        List<Callable<Integer>> works = IntStream.range(0, 400)
                .<Callable<Integer>>mapToObj(
                        number -> () -> inFlight.with(10 + number % 50, () -> hold(10 + number % 50)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(works)) {
                assertThat(done.get()).isPositive();
            }
        }
        assertThat(most.get()).isBetween(1, 100);
    }

    @Test
    void runsAPictureAloneThatIsLargerThanTheBound() {
        assertThat(inFlight.with(1_000_000L, () -> "done")).isEqualTo("done");
    }

    @Test
    void givesItsRoomBackAfterAFailure() {
        assertThatThrownBy(() -> inFlight.with(100, () -> {
            throw new IllegalStateException("broken");
        })).hasMessage("broken");
        assertThat(inFlight.with(100, () -> 1)).isEqualTo(1);
    }

    private int hold(int pixels) {
        int now = held.addAndGet(pixels);
        most.accumulateAndGet(now, Math::max);
        Thread.yield();
        return held.addAndGet(-pixels) + pixels;
    }
}
