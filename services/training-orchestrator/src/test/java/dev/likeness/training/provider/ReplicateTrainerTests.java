package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import dev.likeness.training.RunningSandbox;
import dev.likeness.training.provider.Submission.Accepted;
import dev.likeness.training.provider.Submission.Lost;
import dev.likeness.training.provider.Submission.NotAccepted;
import dev.likeness.training.provider.Submission.Refused;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.TrainingFixtures;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The port's contract, kept by the adapter against the sandbox and its faults. */
class ReplicateTrainerTests {

    private static final Recipe RECIPE = TrainingFixtures.recipe();
    private static final Person PERSON = TrainingFixtures.person("ada1");
    private final RunningSandbox sandbox = RunningSandbox.instance();
    private final Trainer trainer = TestTrainer.at(sandbox.baseUrl());

    @BeforeEach
    void behavesWell() {
        sandbox.behave(Map.of());
    }

    @Test
    void sendsOnlyWhatTheTrainersOwnSchemaTakes() {
        RecipeInput input = got(trainer.read(RECIPE));
        assertThat(input.without()).containsExactly("mixedPrecision", "networkAlpha", "priorLossWeight");
        assertThat(input.sent()).doesNotContainKeys("mixed_precision", "network_alpha", "prior_loss_weight")
                .containsEntry("resolution", "1024");
    }

    @Test
    void readsAnAcceptedTrainingToItsEnd() {
        String fileId = got(trainer.upload(Flux.just(
                DefaultDataBufferFactory.sharedInstance.wrap(new byte[]{1, 2, 3}))));
        var accepted = (Accepted) submit("contract1", trainer.file(fileId));
        Observation end = await().atMost(Duration.ofSeconds(20))
                .until(() -> got(trainer.look(PERSON, accepted.providerId())), Observation.Failed.class::isInstance);
        assertThat(end).isEqualTo(new Observation.Failed(FailureReason.BAD_PHOTOS, Optional.of(Duration.ZERO)));
        trainer.deleteFile(fileId).block();
        trainer.deleteFile(fileId).block();
        trainer.cancel(accepted.providerId()).block();
        trainer.cancel("unknown").block();
        assertThat(got(trainer.look(PERSON, "unknown"))).isEqualTo(new Observation.Gone());
    }

    @Test
    void makesThePaidCallOnceWhateverBecomesOfIt() {
        ready();
        sandbox.fault("createTraining", "dropAfterAccept", 1);
        assertThat(submitReady("contract2")).isEqualTo(new Lost());
        assertThat(sandbox.trainings("usercontract2")).hasSize(1);
        sandbox.fault("createTraining", "error500", 1);
        assertThat(submitReady("contract3")).isEqualTo(new Lost());
        assertThat(sandbox.trainings("usercontract3")).isEmpty();
        sandbox.fault("createTraining", "timeout", 1);
        assertThat(submitReady("contract4")).isEqualTo(new Lost());
    }

    @Test
    void tellsDefiniteRefusalsApart() {
        ready();
        sandbox.fault("createTraining", "error429", 1);
        assertThat(submitReady("contract5")).isEqualTo(new NotAccepted(Duration.ofSeconds(1)));
        sandbox.fault("createTraining", "error402", 1);
        assertThat(submitReady("contract5")).isEqualTo(new Refused(FailureReason.PROVIDER_OUT_OF_CREDIT));
        assertThat(sandbox.trainings("usercontract5")).isEmpty();
        Trainer nobody = TestTrainer.at(URI.create("http://127.0.0.1:1/v1"));
        assertThat(got(nobody.submit(
                new Order(RECIPE, new RecipeInput(Map.of(), List.of()), word("contract5"), zip(5),
                        "likeness/contract"))))
                .isInstanceOf(NotAccepted.class);
    }

    @Test
    void findsItsTrainingByItsImagesOnALaterPage() {
        ready();
        Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
        var wanted = (Accepted) submitReady("contract6", 60);
        for (int i = 61; i < 66; i++) {
            assertThat(submitReady("contract6", i)).isInstanceOf(Accepted.class);
        }
        Listing listing = got(trainer.list(before));
        assertThat(listing.complete()).isTrue();
        assertThat(listing.find(new Marker(zip(60).getPath().substring("/training-zips/".length()), Optional.empty())))
                .containsExactly(wanted.providerId());
        assertThat(listing.find(new Marker("00/11", Optional.empty()))).isEmpty();
    }

    @Test
    void repeatsWhatOnlyReads() {
        sandbox.fault("listTrainings", "error500", 2);
        assertThat(got(trainer.list(Instant.EPOCH)).complete()).isTrue();
    }

    private void ready() {
        var _ = trainer.ensureDestination(PERSON).block();
        assertThat(got(trainer.ensureDestination(PERSON))).isEqualTo("likeness/contract");
    }

    private Submission submit(String user, URI images) {
        ready();
        return got(
                trainer.submit(new Order(RECIPE, got(trainer.read(RECIPE)), word(user), images, "likeness/contract")));
    }

    private Submission submitReady(String user) {
        return submitReady(user, 1);
    }

    private Submission submitReady(String user, int zip) {
        return got(trainer
                .submit(new Order(RECIPE, got(trainer.read(RECIPE)), word(user), zip(zip), "likeness/contract")));
    }

    private static TriggerWord word(String user) {
        return TriggerWord.of(new UserId(user));
    }

    private static URI zip(int number) {
        return URI
                .create("http://127.0.0.1:1/training-zips/" + "0".repeat(32) + "/zip" + number + "?X-Amz-Signature=s");
    }

    private static <T> T got(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
