package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.provider.Painter.Answer;
import dev.likeness.generation.shoot.FailureReason;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RefusalsTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({"402, PROVIDER_OUT_OF_CREDIT", "401, PROVIDER_REFUSED", "400, PROVIDER_REFUSED", "404, MODEL_GONE"})
    void tellsWhyNothingWasTaken(int status, FailureReason reason) {
        assertThat(Refusals.answer(status, json(Map.of()), new HttpHeaders())).isEqualTo(new Answer.Refused(reason));
    }

    @Test
    void tellsAnUnknownVersionFromAnUnfitInput() {
        assertThat(Refusals.answer(422, json(Map.of("title", "Invalid version or not permitted")), new HttpHeaders()))
                .isEqualTo(new Answer.Refused(FailureReason.MODEL_GONE));
        assertThat(Refusals.answer(422, json(Map.of("title", "Input validation failed")), new HttpHeaders()))
                .isEqualTo(new Answer.Refused(FailureReason.PROVIDER_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 307, 409, 418})
    void whatLeavesItOpenIsLostAndNotRefused(int status) {
        assertThat(Refusals.answer(status, json(Map.of()), new HttpHeaders())).isEqualTo(new Answer.Lost());
    }

    @Test
    void waitsAsLongAsItIsTold() {
        HttpHeaders header = new HttpHeaders();
        header.set("Retry-After", "7");

        assertThat(Refusals.pause(json(Map.of("retry_after", 5)), header)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Refusals.pause(json(Map.of()), header)).isEqualTo(Duration.ofSeconds(7));
        assertThat(Refusals.pause(json(Map.of("detail", "Your rate limit resets in ~30s.")), new HttpHeaders()))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(Refusals.pause(json(Map.of()), new HttpHeaders())).isEqualTo(Refusals.USUAL_PAUSE);
        assertThat(Refusals.pause(json(Map.of("retry_after", 0)), header)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Refusals.pause(json(Map.of("retry_after", 86_400)), header)).isEqualTo(Duration.ofMinutes(2));
    }

    private static JsonNode json(Map<String, Object> body) {
        return JSON.valueToTree(body);
    }
}
