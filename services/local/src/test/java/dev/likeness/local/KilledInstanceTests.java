package dev.likeness.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.embedded.FreePorts;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Launcher;
import dev.likeness.local.instance.Status;
import dev.likeness.local.stack.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * An instance in a process of its own that is killed at the worst moments, as {@code kill -9} does.
 */
class KilledInstanceTests {

    private static final List<String> SETTINGS = List.of("--sandbox.training-duration=8s",
            "--sandbox.prediction-duration=4s", "--generation.test-shoot.enabled=false");

    @TempDir
    private Path directory;

    private final int port = FreePorts.one();
    private Home home;
    private Launcher launcher;
    private Status instance;

    @BeforeEach
    void start() {
        home = Home.at(directory.resolve("data"));
        launcher = new Launcher(home);
        instance = launcher.start(port, SETTINGS, line -> {}).instance();
    }

    @AfterEach
    void stop() {
        assertThat(launcher.stop()).isEqualTo(Launcher.Stopped.STOPPED);
    }

    @Test
    void endsWhatWasBegunAndPaysForNothingTwice() {
        Journey person = new Journey("killed1", client("killed1"));
        List<byte[]> photos = Journey.photos(15);
        JsonNode set = person.announce(photos);
        person.send(set, photos, 5);

        killAndStartAgain();
        JsonNode resumed = person.api.get("/v1/uploads/" + set.path("uploadId").asString()).json();
        assertThat(resumed.path("missing").size()).as(resumed.toString()).isEqualTo(10);
        String uploadId = person.complete(resumed, photos);
        JsonNode report = person.report(uploadId);
        assertThat(report.path("state").asString()).as(report.toString()).isEqualTo("accepted");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger("trainings").valueStream()
                        .anyMatch(training -> training.path("status").asString().equals("processing")));

        killAndStartAgain();
        JsonNode training = person.training(report.path("trainingId").asString());
        assertThat(training.path("state").asString()).as(training.toString()).isEqualTo("succeeded");
        String generationId = person.generate(4);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !ledger("predictions").isEmpty());

        killAndStartAgain();
        JsonNode generation = person.generation(generationId);
        assertThat(generation.path("state").asString()).as(generation.toString()).isEqualTo("done");
        assertThat(person.previews(4)).hasSize(4);
        assertThat(ledger("trainings").size()).isEqualTo(1);
        assertThat(ledger("predictions").valueStream()
                .mapToInt(prediction -> prediction.path("input").path("num_outputs").asInt())
                .sum()).isEqualTo(4);
    }

    private void killAndStartAgain() {
        var _ = ProcessHandle.of(instance.mark().process()).map(ProcessHandle::destroyForcibly);
        instance = launcher.start(port, SETTINGS, line -> {}).instance();
    }

    private Api client(String userId) {
        return new Api(instance.urls().edge(), Optional.of(Tokens.issue(home, userId, false)));
    }

    private JsonNode ledger(String kind) {
        return Api.ledger(instance.urls()).path(kind);
    }
}
