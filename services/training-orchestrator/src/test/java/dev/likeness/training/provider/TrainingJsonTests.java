package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Steps;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TrainingJsonTests {

    private static final String HEX = "ab".repeat(32);

    @Test
    void readsTheModelAndTheTimeOfASuccess() {
        assertThat(seen("{\"status\":\"succeeded\",\"output\":{\"version\":\"me/model:" + HEX
                + "\",\"weights\":\"x\"},\"metrics\":{\"predict_time\":1674.9},\"new\":1}"))
                .isEqualTo(new Observation.Succeeded("me/model:" + HEX, Duration.ofMillis(1_674_900)));
    }

    @Test
    void doesNotTakeASuccessWithoutAModelForOne() {
        assertThat(seen("{\"status\":\"succeeded\",\"output\":null}"))
                .isEqualTo(new Observation.Failed(FailureReason.PROVIDER_FAILED));
        assertThat(seen("{\"status\":\"succeeded\",\"output\":{\"version\":\"latest\"}}"))
                .isEqualTo(new Observation.Failed(FailureReason.PROVIDER_FAILED));
    }

    @Test
    void knowsEveryStatusAndSurvivesOthers() {
        assertThat(seen("{\"status\":\"starting\"}")).isEqualTo(new Observation.Starting());
        assertThat(seen("{\"status\":\"canceled\"}")).isEqualTo(new Observation.Canceled());
        assertThat(seen("{\"status\":\"canceled\",\"metrics\":{\"predict_time\":61.5}}"))
                .isEqualTo(new Observation.Canceled(Optional.of(Duration.ofMillis(61_500))));
        assertThat(seen("{\"status\":\"failed\",\"metrics\":{\"predict_time\":2}}")).isEqualTo(
                new Observation.Failed(FailureReason.PROVIDER_FAILED, Optional.of(Duration.ofSeconds(2))));
        assertThat(seen("{\"status\":\"aborted\"}")).isEqualTo(new Observation.Aborted());
        assertThat(seen("{\"status\":\"hibernating\"}")).isEqualTo(new Observation.Unrecognized());
        assertThat(seen("{}")).isEqualTo(new Observation.Unrecognized());
        assertThat(seen("[]")).isEqualTo(new Observation.Unrecognized());
    }

    @Test
    void survivesFieldsThatItDoesNotKnowAndThatAreNotWhatTheyWere() {
        assertThat(seen("""
                {"id":"x","status":"aborted","output":null,"metrics":null,"logs":null,"deadline":"soon",
                 "data_removed":true,"input":{},"urls":[],"new":{"deep":[1,{"er":null}]}}"""))
                .isEqualTo(new Observation.Aborted());
        assertThat(seen("{\"status\":\"processing\",\"logs\":{\"lines\":[]},\"progress\":0.31}"))
                .isEqualTo(new Observation.Processing(Steps.NONE));
        assertThat(seen("{\"status\":7}")).isEqualTo(new Observation.Unrecognized());
        assertThat(TrainingJson.standing(JsonMapper.shared().readTree("{\"id\":\"x\",\"status\":\"aborted\"}")))
                .contains(new Standing("x", Standing.Phase.ENDED));
        assertThat(TrainingJson.standing(JsonMapper.shared().readTree("{\"id\":\"x\",\"status\":\"queued\"}")))
                .contains(new Standing("x", Standing.Phase.UNRECOGNIZED));
        assertThat(TrainingJson.standing(JsonMapper.shared().readTree("{\"status\":\"failed\"}"))).isEmpty();
    }

    @Test
    void tellsTheReasonsOfAFailureApart() {
        assertThat(seen("{\"status\":\"failed\",\"error\":\"input_images must be a zip file\"}"))
                .isEqualTo(new Observation.Failed(FailureReason.BAD_PHOTOS));
        assertThat(seen("{\"status\":\"failed\",\"error\":\"NSFW content detected\"}"))
                .isEqualTo(new Observation.Failed(FailureReason.CONTENT_REFUSED));
        assertThat(seen("{\"status\":\"failed\",\"error\":null}"))
                .isEqualTo(new Observation.Failed(FailureReason.PROVIDER_FAILED));
    }

    @Test
    void knowsAnAttemptByThePathOfItsImagesAlone() {
        var marker = new Marker("0123456789abcdef0123456789abcdef/ff", Optional.of("file1"));
        assertThat(marker.isIn("http://s:1/training-zips/0123456789abcdef0123456789abcdef/ff?X-Amz-Signature=1"))
                .isTrue();
        assertThat(marker.isIn("https://api/v1/files/file1")).isTrue();
        assertThat(marker.isIn("http://s:1/training-zips/0123456789abcdef0123456789abcdef/fe")).isFalse();
        assertThat(marker.isIn("https://api/v1/files/file12")).isFalse();
        assertThat(marker.isIn("not an address")).isFalse();
    }

    private static Observation seen(String json) {
        return TrainingJson.observation(JsonMapper.shared().readTree(json));
    }
}
