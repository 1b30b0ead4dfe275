package dev.likeness.training.provider;

import dev.likeness.person.Person;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class ReplicateTrainer implements Trainer {

    private static final Logger log = LoggerFactory.getLogger(ReplicateTrainer.class);

    private final ReplicateHttp http;
    private final ReadTrainer readTrainer;
    private final Destinations destinations;
    private final PaidCall paidCall;
    private final ReadTrainings readTrainings;

    ReplicateTrainer(ReplicateHttp http, ReadTrainer readTrainer, Destinations destinations, PaidCall paidCall,
            ReadTrainings readTrainings) {
        this.http = http;
        this.readTrainer = readTrainer;
        this.destinations = destinations;
        this.paidCall = paidCall;
        this.readTrainings = readTrainings;
    }

    @Override
    public Mono<RecipeInput> read(Recipe recipe) {
        return readTrainer.handle(recipe);
    }

    @Override
    public Mono<String> ensureDestination(Person person) {
        return destinations.ensure(person);
    }

    @Override
    public Mono<Submission> submit(Order order) {
        return paidCall.make(order);
    }

    @Override
    public Mono<Listing> list(Instant backTo) {
        return readTrainings.list(backTo);
    }

    @Override
    public Flux<List<Standing>> standings(Instant backTo) {
        return readTrainings.standings(backTo);
    }

    @Override
    public Mono<Observation> look(Person person, String providerId) {
        return http.look("/trainings/" + providerId)
                .map(reply -> reply.status() == 404
                        ? new Observation.Gone()
                        : own(person, TrainingJson.observation(reply.orThrow("The training")), providerId));
    }

    private Observation own(Person person, Observation seen, String providerId) {
        if (!(seen instanceof Observation.Succeeded(var model, _)) || destinations.has(person, model)) {
            return seen;
        }
        log.error("Training {} at the provider made a version of {}, which is not its destination: not taken",
                providerId, model);
        return new Observation.Failed(FailureReason.PROVIDER_FAILED);
    }

    @Override
    public Mono<Void> cancel(String providerId) {
        return http.cancel("/trainings/" + providerId + "/cancel").flatMap(ReplicateTrainer::absentIsFine);
    }

    @Override
    public Mono<String> upload(Flux<DataBuffer> zip) {
        var form = new MultipartBodyBuilder();
        form.asyncPart("content", zip, DataBuffer.class)
                .filename("photos.zip")
                .contentType(MediaType.parseMediaType("application/zip"));
        return http.postForm("/files", form)
                .map(reply -> reply.status() == 413
                        ? tooLarge()
                        : TrainingJson.text(reply.orThrow("The upload"), "id")
                                .orElseThrow(() -> new TrainerUnavailable("an upload without an id")));
    }

    private static String tooLarge() {
        throw new TrainerRefused(FailureReason.BAD_PHOTOS, "the ZIP is too large");
    }

    @Override
    public URI file(String fileId) {
        return http.uri("/files/" + fileId);
    }

    @Override
    public Mono<Void> deleteFile(String fileId) {
        return http.delete("/files/" + fileId).flatMap(ReplicateTrainer::absentIsFine);
    }

    private static Mono<Void> absentIsFine(Reply reply) {
        return reply.status() == 404 ? Mono.empty() : reply.done("The call");
    }
}
