package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.http.ApiProblem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * JSON to behaviour. A field that is absent keeps its value, null puts it back to the default, an
 * unknown one is refused.
 */
final class BehaviourReader {

    private static final Set<String> FIELDS = new TreeSet<>(List.of("trainingDuration", "predictionDuration",
            "identity", "faults", "nsfw", "failTraining", "loseWebhooks", "duplicateWebhooks", "deliveryGone",
            "requestsPerMinute", "predictionsPerMinute", "maxModels"));

    private final Map<String, Object> json;

    private BehaviourReader(Map<String, Object> json) {
        this.json = json;
    }

    static Behaviour read(Map<String, Object> json, Behaviour current, Behaviour initial) {
        known(json.keySet(), FIELDS, "");
        return new BehaviourReader(json).read(current, initial);
    }

    private Behaviour read(Behaviour current, Behaviour initial) {
        return new Behaviour(
                value("trainingDuration", current.trainingDuration(), initial.trainingDuration(),
                        given -> duration("trainingDuration", given)),
                value("predictionDuration", current.predictionDuration(), initial.predictionDuration(),
                        given -> duration("predictionDuration", given)),
                value("identity", current.identity(), initial.identity(),
                        given -> choice("identity", given, Identity.values(), Identity::text)),
                value("faults", current.faults(), initial.faults(), FaultReader::faults),
                value("nsfw", current.nsfw(), initial.nsfw(),
                        given -> choice("nsfw", given, Nsfw.values(), Nsfw::text)),
                !json.containsKey("failTraining")
                        ? current.failTraining()
                        : json.get("failTraining") instanceof Object given ? given.toString() : null,
                flag("loseWebhooks", current.loseWebhooks()),
                flag("duplicateWebhooks", current.duplicateWebhooks()),
                flag("deliveryGone", current.deliveryGone()),
                limits(current.limits(), initial.limits()));
    }

    private Limits limits(Limits current, Limits initial) {
        return new Limits(
                count("requestsPerMinute", current.requestsPerMinute(), initial.requestsPerMinute()),
                count("predictionsPerMinute", current.predictionsPerMinute(), initial.predictionsPerMinute()),
                count("maxModels", current.models(), initial.models()));
    }

    private int count(String field, int current, int initial) {
        return value(field, current, initial, given -> {
            if (given instanceof Integer count && count > 0) {
                return count;
            }
            throw refused(field + " is " + given + ", but must be a whole number from 1");
        });
    }

    private <T> T value(String field, T current, T initial, Function<Object, T> read) {
        if (!json.containsKey(field)) {
            return current;
        }
        Object given = json.get(field);
        return given == null ? initial : read.apply(given);
    }

    private boolean flag(String field, boolean current) {
        return value(field, current, false, given -> {
            if (given instanceof Boolean flag) {
                return flag;
            }
            throw refused(field + " is " + given + ", but must be true or false");
        });
    }

    static void known(Set<?> given, Set<String> known, String prefix) {
        for (Object field : given) {
            if (!known.contains(field)) {
                throw refused("unknown field " + prefix + field + "; known are " + String.join(", ", known));
            }
        }
    }

    static Duration duration(String field, Object given) {
        try {
            Duration duration = Duration.parse(given.toString());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // answered below, together with a negative one
        }
        throw refused(field + " is " + given + ", but must be an ISO 8601 duration such as PT20S");
    }

    static <T> T choice(String field, @Nullable Object given, T[] values,
            Function<T, String> text) {
        return Arrays.stream(values)
                .filter(each -> text.apply(each).equals(given))
                .findFirst()
                .orElseThrow(() -> refused(field + " is " + given + ", but must be one of "
                        + String.join(", ", Arrays.stream(values).map(text).toList())));
    }

    static ApiProblem refused(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "Invalid behaviour", detail);
    }
}
