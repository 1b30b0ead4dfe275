package dev.likeness.training.provider;

import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads what inputs the trainer's version has, again every hour, and refuses what was not tried.
 */
@Component
class ReadTrainer {

    private static final Logger log = LoggerFactory.getLogger(ReadTrainer.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final TriggerWord ANYBODY = TriggerWord.of(new UserId("1"));
    private static final URI ANY_IMAGES = URI.create("https://images.example/photos.zip");

    private final ReplicateHttp http;
    private final ProviderProperties properties;
    private final Clock clock;
    private final TriedTrainer tried = TriedTrainer.read();
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ReadTrainer(ReplicateHttp http, ProviderProperties properties, Clock clock) {
        this.http = http;
        this.properties = properties;
        this.clock = clock;
    }

    private record Known(TrainerSchema schema, Instant at) {}

    Mono<RecipeInput> handle(Recipe recipe) {
        String path = "/models/" + recipe.trainer() + "/versions/" + recipe.trainerVersion();
        @Nullable
        Known read = known.get(path);
        Mono<TrainerSchema> schema = read != null && clock.instant().isBefore(read.at().plus(FRESH))
                ? Mono.just(read.schema())
                : http.get(path).map(reply -> schema(reply, path, recipe));
        return schema.map(current -> input(recipe, current));
    }

    private TrainerSchema schema(Reply reply, String path, Recipe recipe) {
        if (reply.status() == 404) {
            throw changed("version " + recipe.trainerVersion() + " of " + recipe.trainer() + " is gone");
        }
        TrainerSchema schema = TrainerSchema.read(reply.orThrow("The trainer's version"));
        @Nullable
        Known before = known.put(path, new Known(schema, clock.instant()));
        if (before == null || !before.schema().equals(schema)) {
            log.info("The trainer has no input for {}: not sent",
                    RecipeInput.of(recipe, schema.inputs().keySet()).without());
        }
        return schema;
    }

    private RecipeInput input(Recipe recipe, TrainerSchema schema) {
        RecipeInput input = RecipeInput.of(recipe, schema.inputs().keySet());
        List<String> obstacles = TriedTrainer.obstacles(schema, input.with(ANYBODY, ANY_IMAGES));
        if (!obstacles.isEmpty()) {
            throw changed(String.join("; ", obstacles));
        }
        String fingerprint = schema.fingerprint(RecipeInput.NAMES);
        if (fingerprint.equals(properties.acceptedSchema())) {
            return input;
        }
        if (!tried.is(recipe.trainer(), recipe.trainerVersion())) {
            throw changed("version " + recipe.trainerVersion() + " of " + recipe.trainer()
                    + " was never tried" + remedy(fingerprint));
        }
        List<String> differences = tried.differences(schema);
        if (!differences.isEmpty()) {
            throw changed(String.join("; ", differences) + remedy(fingerprint));
        }
        return input;
    }

    private static String remedy(String fingerprint) {
        return ". To train in spite of that, set training.provider.accepted-schema to " + fingerprint;
    }

    private static TrainerRefused changed(String how) {
        return new TrainerRefused(FailureReason.TRAINER_CHANGED, how);
    }
}
