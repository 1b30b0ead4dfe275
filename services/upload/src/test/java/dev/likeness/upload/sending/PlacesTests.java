package dev.likeness.upload.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.person.UserId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class PlacesTests {

    private static final UserId ANN = new UserId("ann1");
    private static final UserId BOB = new UserId("bob1");

    private final Places places = places(Duration.ofMillis(50));
    private final Places patient = places(Duration.ofSeconds(30));
    private final CompletableFuture<String> end = new CompletableFuture<>();

    @AfterEach
    void close() {
        places.close();
        patient.close();
    }

    @Test
    void refusesWhomNoPlaceBecomesFreeFor() {
        var _ = hold(places, ANN, 2);

        assertThatThrownBy(() -> places.holding(ANN, Mono.just("")).block()).isInstanceOf(Busy.class);
        assertThat(places.holding(BOB, Mono.just("in")).block()).as("another person").isEqualTo("in");

        var _ = hold(places, BOB, 1);
        assertThatThrownBy(() -> places.holding(BOB, Mono.just("")).block()).as("all taken").isInstanceOf(Busy.class);
        assertThat(places.persons()).isEqualTo(2);
    }

    @Test
    void letsTheNextInWhenAPlaceIsLeft() {
        CompletableFuture<@Nullable String> first = hold(patient, ANN, 2);
        CompletableFuture<@Nullable String> next = patient.holding(ANN, Mono.just("in")).toFuture();
        assertThat(next).isNotDone();

        end.complete("");

        assertThat(next).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("in");
        assertThat(first).succeedsWithin(Duration.ofSeconds(10));
        assertThat(patient.persons()).isZero();
    }

    @Test
    void givesThePlaceBackAfterAFailure() {
        for (int time = 0; time < 10; time++) {
            assertThatThrownBy(() -> places.holding(ANN, Mono.error(new IllegalStateException())).block())
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(places.persons()).isZero();
    }

    private CompletableFuture<@Nullable String> hold(Places places, UserId person, int count) {
        var in = new CompletableFuture<?>[count];
        CompletableFuture<@Nullable String> last = CompletableFuture.completedFuture("");
        for (int place = 0; place < count; place++) {
            var began = new CompletableFuture<String>();
            in[place] = began;
            last = places.holding(person, Mono.fromFuture(() -> {
                began.complete("");
                return end;
            })).toFuture();
        }
        assertThat(CompletableFuture.allOf(in)).succeedsWithin(Duration.ofSeconds(10));
        return last;
    }

    private static Places places(Duration queue) {
        return new Places(new LimitProperties(50, DataSize.ofMegabytes(50), Duration.ofSeconds(30),
                DataSize.ofKilobytes(8), 3, 2, queue, null));
    }
}
