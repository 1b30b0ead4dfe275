package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@Component
class ReplicateTrainer implements Trainer {

    private static final Logger log = LoggerFactory.getLogger(ReplicateTrainer.class);

    private final ReplicateHttp http;
    private final PaidCall paidCall;
    private final ReadTrainings readTrainings;
    private final ProviderProperties properties;
    private final Map<String, Set<String>> inputsByVersion = new ConcurrentHashMap<>();

    ReplicateTrainer(ReplicateHttp http, PaidCall paidCall, ReadTrainings readTrainings,
            ProviderProperties properties) {
        this.http = http;
        this.paidCall = paidCall;
        this.readTrainings = readTrainings;
        this.properties = properties;
    }

    @Override
    public Mono<RecipeInput> read(Recipe recipe) {
        String path = "/models/" + recipe.trainer() + "/versions/" + recipe.trainerVersion();
        Set<String> known = inputsByVersion.get(path);
        Mono<Set<String>> inputs = known != null
                ? Mono.just(known)
                : http.get(path)
                        .map(reply -> inputs(reply.orThrow("The trainer's version")))
                        .doOnNext(read -> remember(path, recipe, read));
        return inputs.map(names -> RecipeInput.of(recipe, names));
    }

    private static Set<String> inputs(JsonNode version) {
        JsonNode schemas = version.path("openapi_schema").path("components").path("schemas");
        JsonNode training = schemas.path("TrainingInput");
        JsonNode schema = training.isMissingNode() ? schemas.path("Input") : training;
        Set<String> names = new HashSet<>(schema.path("properties").propertyNames());
        if (!names.containsAll(Set.of(RecipeInput.IMAGES, RecipeInput.TRIGGER_WORD, "steps", "lora_rank"))) {
            throw new TrainerRefused(FailureReason.PROVIDER_REFUSED, "the trainer's schema has changed");
        }
        return names;
    }

    private void remember(String path, Recipe recipe, Set<String> inputs) {
        if (inputsByVersion.put(path, inputs) == null) {
            log.info("The trainer has no input for {}: not sent", RecipeInput.of(recipe, inputs).without());
        }
    }

    @Override
    public Mono<Void> ensureDestination() {
        return http.get("/models/" + properties.owner() + "/" + properties.model())
                .flatMap(reply -> reply.status() == 404
                        ? createDestination()
                        : reply.done("The destination"));
    }

    // Not paid for and named, so an answer lost here is settled by asking again.
    private Mono<Void> createDestination() {
        return http.post("/models", Map.of("owner", properties.owner(), "name", properties.model(), "visibility",
                "private", "hardware", properties.hardware(), "description", "Portraits of one person a version"))
                .onErrorMap(failure -> new TrainerUnavailable(failure.getClass().getSimpleName()))
                .flatMap(reply -> reply.status() == 409
                        ? Mono.<Void>empty()
                        : reply.done("Making the destination"));
    }

    @Override
    public Mono<Submission> submit(Recipe recipe, RecipeInput input, String triggerWord, URI images) {
        return paidCall.make(recipe, input.with(triggerWord, images));
    }

    @Override
    public Mono<Listing> list(Instant backTo) {
        return readTrainings.list(backTo);
    }

    @Override
    public Mono<Observation> look(String providerId) {
        return http.get("/trainings/" + providerId)
                .map(reply -> reply.status() == 404
                        ? new Observation.Gone()
                        : TrainingJson.observation(reply.orThrow("The training")));
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
