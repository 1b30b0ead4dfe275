package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.upload.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that send so slowly that they would hold what others need. */
class SlowClientsTests {

    private static final byte[] SHOT = shot(7, 1_500_000);

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();
    private final Client other = upload.newPerson();

    @Test
    void areCutOffWithoutHurtingOthers() throws IOException {
        String url = announce(person);
        String others = announce(other);
        List<TrickleClient> slow = new ArrayList<>();
        try {
            for (int number = 0; number < RunningUpload.AT_ONCE_PER_PERSON; number++) {
                slow.add(TrickleClient.put(person, url, SHOT.length));
            }
            await().until(() -> upload.looseObjects(person) == slow.size());

            Answer tooMany = person.put(url, SHOT);
            assertThat(tooMany.status()).isEqualTo(503);
            assertThat(tooMany.text("type")).isEqualTo("urn:problem:upload:busy");
            assertThat(tooMany.raw().headers().firstValue("retry-after")).contains("10");
            assertThat(other.put(others, SHOT).status()).isEqualTo(200);

            assertThat(slow).allSatisfy(client -> assertThat(client.answer()).startsWith("HTTP/1.1 408")
                    .contains("urn:problem:upload:too-slow", "\"limit\":8192", "\"measured\":")
                    .as("closed by the other end")
                    .doesNotContain("timed out"));
        } finally {
            for (TrickleClient client : slow) {
                client.close();
            }
        }
        assertThat(person.put(url, SHOT).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(upload.looseObjects(person)).isZero();
            assertThat(upload.objects(person)).hasSize(1);
        });
    }

    private static String announce(Client client) {
        return client.post("/v1/uploads", announcement(SHOT)).each("photos", "uploadUrl").getFirst();
    }
}
