package dev.likeness.training.provider;

import dev.likeness.person.Person;
import dev.likeness.training.run.FailureReason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The private models that receive what was trained. */
@Component
class Destinations {

    private final ReplicateHttp http;
    private final ProviderProperties properties;

    Destinations(ReplicateHttp http, ProviderProperties properties) {
        this.http = http;
        this.properties = properties;
    }

    /** {@code owner/name}. */
    String of(Person person) {
        return switch (properties.destination()) {
            case SHARED -> shared();
            case PER_PERSON -> own(person);
        };
    }

    private String shared() {
        return properties.owner() + "/" + properties.model();
    }

    /**
     * The space is random and ends with the epoch; its digest leads neither to the person nor to their
     * objects.
     */
    private String own(Person person) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("destination " + person.space().value()).getBytes(StandardCharsets.UTF_8));
            return shared() + "-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }

    /**
     * Whether a version is in a destination of that person, also of before the setting was changed.
     *
     * @param version {@code owner/name:version}
     */
    boolean has(Person person, String version) {
        String model = version.substring(0, version.indexOf(':'));
        return model.equals(shared()) || model.equals(own(person));
    }

    /** Makes sure that it is there and private. */
    Mono<String> ensure(Person person) {
        String destination = of(person);
        return find(destination).switchIfEmpty(Mono.defer(() -> create(destination))).thenReturn(destination);
    }

    private Mono<Boolean> find(String destination) {
        return http.get("/models/" + destination)
                .flatMap(reply -> reply.status() == 404
                        ? Mono.empty()
                        : Mono.just(requirePrivate(reply.orThrow("The destination"), destination)));
    }

    // Not paid for and named, so an answer lost here is settled by asking again.
    private Mono<Boolean> create(String destination) {
        return http.post("/models", Map.of("owner", properties.owner(), "name",
                destination.substring(properties.owner().length() + 1), "visibility", "private", "hardware",
                properties.hardware(), "description", "Portraits"))
                .onErrorMap(ReplicateHttp::unavailable)
                .flatMap(reply -> {
                    if (reply.status() == 409) {
                        // Somebody was faster; what they made is looked at like any other.
                        return find(destination).switchIfEmpty(
                                Mono.error(new TrainerUnavailable("a destination that is there and is not")));
                    }
                    return Mono.just(requirePrivate(made(reply), destination));
                });
    }

    private static JsonNode made(Reply reply) {
        if (!reply.ok() && !reply.transientFault() && reply.detail().contains("limit")) {
            throw new TrainerRefused(FailureReason.PROVIDER_FULL, "no room for another model");
        }
        return reply.orThrow("Making the destination");
    }

    private static boolean requirePrivate(JsonNode model, String destination) {
        if (!TrainingJson.text(model, "visibility").filter("private"::equals).isPresent()) {
            throw new TrainerRefused(FailureReason.INTERNAL, "the model " + destination
                    + " is not private, so anybody could paint the persons trained into it. Make it private, or set training.provider.model to another name");
        }
        return true;
    }
}
