package dev.likeness.imaging.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.UnreadableImage.Reason;
import dev.likeness.imaging.codec.Photo;
import dev.likeness.imaging.codec.Photos;
import dev.likeness.imaging.examining.Copies;
import dev.likeness.imaging.reading.Examination;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DarkroomTests {

    private static final DarkroomSettings SETTINGS = new DarkroomSettings(2, 384L << 20, Duration.ofSeconds(15),
            Duration.ofMinutes(1), 100, Copies.DEFAULT);

    private final byte[] good = Photos.jpeg(Photo.synthetic(640, 480), 0.9);
    private Darkroom darkroom = hostile(SETTINGS);

    @BeforeAll
    void examinesAGoodPhoto() throws Exception {
        Examination examination = darkroom.examine(good);
        assertThat(examination.reading().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(examination.reading().width()).isEqualTo(640);
    }

    @AfterAll
    void leavesNothingBehind() {
        Path home = darkroom.workers().home();
        var children = ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
        assertThat(children).isNotEmpty();
        darkroom.close();
        await().atMost(Duration.ofSeconds(5)).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(home).doesNotExist();
        assertThatThrownBy(() -> darkroom.examine(good)).isInstanceOf(DarkroomFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "eat-memory", "eat-heap", "throw", "lie", "flood", "babble"})
    void refusesAPhotoThatCostTwoWorkers(String order) throws Exception {
        long before = darkroom.workers().started();
        CompletableFuture<Examination> other = CompletableFuture.supplyAsync(() -> examine(darkroom, good));

        assertThatThrownBy(() -> darkroom.examine(HostileWorker.photo(good, order)))
                .isInstanceOfSatisfying(UnreadableImage.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE));

        assertThat(other.get().reading().width()).isEqualTo(640);
        assertThat(darkroom.examine(good).reading().width()).isEqualTo(640);
        assertThat(darkroom.workers().started() - before).as("lost two, and began anew").isBetween(1L, 4L);
    }

    @Test
    void triesAPhotoAgainThatCostOneWorker(@TempDir Path directory) throws Exception {
        byte[] unlucky = HostileWorker.photo(good, "crash-once " + directory.resolve("mark"));
        assertThat(darkroom.examine(unlucky).reading().width()).isEqualTo(640);
    }

    @Test
    void stopsPhotosThatTakeTooLong() {
        try (Darkroom impatient = hostile(new DarkroomSettings(1, 384L << 20, Duration.ofSeconds(1),
                Duration.ofMinutes(1), 100, Copies.DEFAULT))) {
            for (String order : new String[]{"hang", "spin"}) {
                assertThatThrownBy(() -> impatient.examine(HostileWorker.photo(good, order)))
                        .isInstanceOf(UnreadableImage.class)
                        .hasMessageContaining("too long");
            }
        }
    }

    @Test
    void killsTheWorkerOfACallerThatIsInterrupted() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        try (Darkroom own = hostile(SETTINGS)) {
            Thread caller = Thread.ofPlatform().start(() -> {
                try {
                    var _ = own.examine(HostileWorker.photo(good, "hang"));
                } catch (Throwable e) {
                    thrown.set(e);
                }
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> own.workers().busy() == 1);
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(own.workers().count()).isZero();
        }
    }

    @Test
    void stopsWorkersThatRest() throws Exception {
        try (Darkroom own = hostile(new DarkroomSettings(1, 384L << 20, Duration.ofSeconds(10), Duration.ofMillis(200),
                1, Copies.DEFAULT))) {
            assertThat(own.workers().count()).isZero();
            assertThat(own.examine(good)).isNotNull();
            await().atMost(Duration.ofSeconds(5)).until(() -> own.workers().count() == 0);
            assertThat(own.examine(good)).isNotNull();
            assertThat(own.workers().started()).isEqualTo(2);
        }
    }

    @Test
    void tellsWhoWaitsThatItIsClosed() throws Exception {
        Darkroom own = hostile(SETTINGS);
        CompletableFuture<Examination> waiting = CompletableFuture
                .supplyAsync(() -> examine(own, HostileWorker.photo(good, "hang")));
        await().atMost(Duration.ofSeconds(20)).until(() -> own.workers().busy() == 1);
        own.close();
        assertThat(waiting).failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withRootCauseInstanceOf(WorkerLost.class);
    }

    @Test
    void endsAWorkerWhoseServiceIsGone(@TempDir Path directory) throws Exception {
        Process orphan = new WorkerCommand(SETTINGS, HostileWorker.class.getName()).start(directory,
                darkroom.workers().natives());
        try (DataOutputStream out = new DataOutputStream(orphan.getOutputStream())) {
            Wire.writePhoto(out, HostileWorker.photo(good, "spin"));
        }
        assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesNoImpossibleSettings() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new DarkroomSettings(0, 1L << 30, second, second, 1, Copies.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DarkroomSettings(1, 1L << 20, second, second, 1, Copies.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DarkroomSettings(1, 1L << 30, Duration.ZERO, second, 1, Copies.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhereNoWorkerStarts() {
        try (Darkroom broken = new Darkroom(SETTINGS, new WorkerCommand(SETTINGS, "no.such.Worker"))) {
            assertThatThrownBy(() -> broken.examine(good)).isInstanceOf(DarkroomFailure.class)
                    .hasMessageContaining("no.such.Worker");
            assertThat(broken.workers().count()).isZero();
        }
    }

    private static Darkroom hostile(DarkroomSettings settings) {
        return new Darkroom(settings, new WorkerCommand(settings, HostileWorker.class.getName()));
    }

    private static Examination examine(Darkroom darkroom, byte[] file) {
        try {
            return darkroom.examine(file);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
