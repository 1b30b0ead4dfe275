package dev.likeness.sandbox.life;

import static dev.likeness.sandbox.life.LifeFixtures.NOON;
import static dev.likeness.sandbox.life.LifeFixtures.prediction;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PredictionLifeTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void endsWhenItsTimeIsOverAndItsImagesAreThere() {
        Rendering early = new Rendering(NOON.plusMillis(500), List.of("out-0.jpg"), null);
        assertThat(at(early, 2_100).status()).isEqualTo(Status.PROCESSING);
        assertThat(at(early, 2_200).files()).containsExactly("out-0.jpg");
        assertThat(at(null, 9_000).status()).isEqualTo(Status.PROCESSING);
        Rendering late = new Rendering(NOON.plusSeconds(5), List.of("out-0.jpg"), null);
        assertThat(at(late, 9_000).completedAt()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void failsAsSoonAsItsRenderingHas() {
        PredictionState state = at(Rendering.failed(NOON.plusMillis(300), "no"), 400);
        assertThat(state.status()).isEqualTo(Status.FAILED);
        assertThat(state.error()).isEqualTo("no");
    }

    @Test
    void isForgottenAnHourAfterItsEnd() {
        Rendering rendering = new Rendering(NOON.plusMillis(500), List.of("out-0.jpg"), null);
        PredictionState state = PredictionLife.at(prediction(rendering, null, null), HOUR, NOON.plusSeconds(3_602)
                .plusMillis(200));
        assertThat(state.dataRemoved()).isTrue();
        assertThat(state.files()).isEmpty();
        assertThat(state.status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void isAbortedBeforeAndCanceledAfterItsStart() {
        assertThat(deadline(NOON.plusMillis(100)).status()).isEqualTo(Status.ABORTED);
        assertThat(deadline(NOON.plusMillis(900)).status()).isEqualTo(Status.CANCELED);
        assertThat(deadline(NOON.plusSeconds(90)).status()).isEqualTo(Status.PROCESSING);
    }

    private static PredictionState deadline(Instant deadline) {
        return PredictionLife.at(prediction(null, null, deadline), HOUR, NOON.plusSeconds(3));
    }

    private static PredictionState at(@Nullable Rendering rendering, long millis) {
        return PredictionLife.at(prediction(rendering, null, null), HOUR, NOON.plusMillis(millis));
    }
}
