package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.SandboxProperties;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the provider behaves from now on. Durations hold for what is accepted afterwards.
 *
 * @param failTraining the error every training accepted from now on ends with half-way; null for
 * none
 * @param loseWebhooks none is sent
 * @param duplicateWebhooks each is sent twice
 * @param deliveryGone outputs and weights answer 404, as if their time were over
 */
public record Behaviour(
        Duration trainingDuration,
        Duration predictionDuration,
        Identity identity,
        List<Fault> faults,
        Nsfw nsfw,
        @Nullable String failTraining,
        boolean loseWebhooks,
        boolean duplicateWebhooks,
        boolean deliveryGone,
        Limits limits) {

    public Behaviour {
        faults = List.copyOf(faults);
    }

    static Behaviour of(SandboxProperties properties) {
        return new Behaviour(properties.trainingDuration(), properties.predictionDuration(), Identity.OWN, List.of(),
                Nsfw.NONE, null, false, false, false,
                new Limits(properties.requestsPerMinute(), properties.predictionsPerMinute(), properties.maxModels()));
    }

    Behaviour with(List<Fault> left) {
        return new Behaviour(trainingDuration, predictionDuration, identity, left, nsfw, failTraining, loseWebhooks,
                duplicateWebhooks, deliveryGone, limits);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("trainingDuration", trainingDuration.toString());
        json.put("predictionDuration", predictionDuration.toString());
        json.put("identity", identity.text());
        json.put("faults", faults.stream().map(Behaviour::toJson).toList());
        json.put("nsfw", nsfw.text());
        json.put("failTraining", failTraining);
        json.put("loseWebhooks", loseWebhooks);
        json.put("duplicateWebhooks", duplicateWebhooks);
        json.put("deliveryGone", deliveryGone);
        json.put("requestsPerMinute", limits.requestsPerMinute());
        json.put("predictionsPerMinute", limits.predictionsPerMinute());
        json.put("maxModels", limits.models());
        return json;
    }

    private static Map<String, Object> toJson(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("operation", fault.operation().text());
        json.put("kind", fault.kind().text());
        if (fault.isCounted()) {
            json.put("times", fault.times());
        }
        if (fault.probability() < 1) {
            json.put("probability", fault.probability());
            json.put("seed", fault.seed());
        }
        json.put("delay", fault.delay().toString());
        return json;
    }
}
