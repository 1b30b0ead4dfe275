package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Accepted;
import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.schemas.InputSchema;
import dev.likeness.sandbox.schemas.InvalidField;
import dev.likeness.sandbox.state.Ids;
import dev.likeness.sandbox.state.Predictions;
import dev.likeness.sandbox.state.Trainings;
import dev.likeness.sandbox.webhooks.HookRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks a request for a prediction and records it: from here on it would be paid for. */
@Component
class AcceptPrediction {

    private static final Set<String> KEYS = Set.of("version", "input", "webhook", "webhook_events_filter", "stream");
    private static final Pattern VERSION = Pattern.compile("(?:([^/:]+/[^/:]+):)?([0-9a-f]{64})");

    private final Predictions predictions;
    private final Trainings trainings;
    private final Behaviours behaviours;
    private final Clock clock;
    private final InputSchema schema = InputSchema.destination();

    AcceptPrediction(Predictions predictions, Trainings trainings, Behaviours behaviours, Clock clock) {
        this.predictions = predictions;
        this.trainings = trainings;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    Prediction handle(Map<String, Object> request, Optional<Duration> cancelAfter, String base) {
        List<InvalidField> problems = new ArrayList<>();
        checkKeys(request, problems);
        Training training = problems.isEmpty() ? version(String.valueOf(request.get("version"))) : null;
        Map<String, Object> input = input(request, problems);
        Hook hook = HookRequest.read(request, problems).orElse(null);
        if (training == null || !problems.isEmpty()) {
            throw ApiProblem.invalid(problems);
        }
        Instant now = clock.instant();
        long seed = input.get("seed") instanceof Number given ? given.longValue() : Ids.seed();
        return predictions.accept(order -> new Prediction(
                new Accepted(Ids.next(), order, Ids.token(), base, now, input, hook),
                training.destination(), training.newVersion(), behaviours.current().predictionDuration(), seed,
                cancelAfter.map(now::plus).orElse(null), null, null, false, false));
    }

    private static void checkKeys(Map<String, Object> request, List<InvalidField> problems) {
        for (String key : new TreeSet<>(request.keySet())) {
            if (!KEYS.contains(key)) {
                problems.add(new InvalidField("additional_property_not_allowed", "(root)",
                        "Additional property " + key + " is not allowed"));
            }
        }
        if (!(request.get("version") instanceof String)) {
            problems.add(InvalidField.required("(root)", "version"));
        }
    }

    private Training version(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            throw ApiProblem.noVersion();
        }
        return trainings.version(matcher.group(2), clock.instant())
                .filter(each -> each.removeAt() == null)
                .filter(each -> matcher.group(1) == null || matcher.group(1).equals(each.destination()))
                .orElseThrow(ApiProblem::noVersion);
    }

    private Map<String, Object> input(Map<String, Object> request, List<InvalidField> problems) {
        Map<String, Object> input = new LinkedHashMap<>();
        if (request.get("input") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> input.put(String.valueOf(key), value));
            problems.addAll(schema.check(input));
        } else {
            problems.add(InvalidField.required("(root)", "input"));
        }
        return input;
    }
}
