package dev.likeness.training.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** With the vector that the provider's own clients are tested with. */
class WebhookSignatureTests {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);

    private final WebhookSignature signature = new WebhookSignature(
            new WebhookProperties("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Duration.ofMinutes(5), Duration.ofDays(7),
                    org.springframework.util.unit.DataSize.ofMegabytes(4), Duration.ofMillis(700), 100).key(),
            Duration.ofMinutes(5));

    @Test
    void takesThePublishedVector() {
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE, BODY, THEN)).isTrue();
    }

    @Test
    void triesEveryListedSignature() {
        assertThat(signature.verifies(ID, TIMESTAMP, "v1,b2xk v2,bmV3 " + SIGNATURE, BODY, THEN)).isTrue();
    }

    @Test
    void refusesWhatIsNotSignedSo() {
        assertThat(signature.verifies("msg_other", TIMESTAMP, SIGNATURE, BODY, THEN)).isFalse();
        assertThat(signature.verifies(ID, "1614265331", SIGNATURE, BODY, THEN)).isFalse();
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE, "{}".getBytes(StandardCharsets.UTF_8), THEN)).isFalse();
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE.substring(3), BODY, THEN)).isFalse();
        assertThat(signature.verifies(ID, TIMESTAMP, "", BODY, THEN)).isFalse();
    }

    @Test
    void refusesWhatIsOldOrAheadOfTime() {
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(300))).isTrue();
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE, BODY, THEN.plusSeconds(301))).isFalse();
        assertThat(signature.verifies(ID, TIMESTAMP, SIGNATURE, BODY, THEN.minusSeconds(301))).isFalse();
        assertThat(signature.verifies(ID, "yesterday", SIGNATURE, BODY, THEN)).isFalse();
        assertThat(signature.verifies(ID, "99999999999999999", SIGNATURE, BODY, THEN)).isFalse();
    }

    @Test
    void refusesEverythingWithoutASecret() {
        var none = new WebhookSignature(new byte[0], Duration.ofMinutes(5));
        assertThat(none.verifies(ID, TIMESTAMP, SIGNATURE, BODY, THEN)).isFalse();
    }
}
