package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.behaviour.Behaviour;
import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.behaviour.FaultKind;
import dev.likeness.sandbox.behaviour.Operation;
import dev.likeness.sandbox.behaviour.StruckFaults;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Accepted;
import dev.likeness.sandbox.life.Fate;
import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.schemas.InputSchema;
import dev.likeness.sandbox.schemas.InvalidField;
import dev.likeness.sandbox.state.Ids;
import dev.likeness.sandbox.state.Model;
import dev.likeness.sandbox.state.Models;
import dev.likeness.sandbox.state.Trainings;
import dev.likeness.sandbox.webhooks.HookRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a request for a training and records it: from here on it would be paid for. */
@Component
class AcceptTraining {

    private static final Set<String> KEYS = Set.of("destination", "input", "webhook", "webhook_events_filter");
    private static final String BROKEN = "CUDA error: an illegal memory access was encountered";

    private final Trainings trainings;
    private final Models models;
    private final Behaviours behaviours;
    private final StruckFaults struck;
    private final Clock clock;
    private final InputSchema schema = InputSchema.trainer();

    AcceptTraining(Trainings trainings, Models models, Behaviours behaviours, StruckFaults struck,
            Clock clock) {
        this.trainings = trainings;
        this.models = models;
        this.behaviours = behaviours;
        this.struck = struck;
        this.clock = clock;
    }

    Training handle(String model, String version, Map<String, Object> request, String base) {
        if (!model.equals(Model.TRAINER) || !version.equals(Model.TRAINER_VERSION)) {
            throw ApiProblem.notFound();
        }
        List<InvalidField> problems = new ArrayList<>();
        Map<String, Object> input = input(request, problems);
        Hook hook = HookRequest.read(request, problems).orElse(null);
        if (!problems.isEmpty()) {
            throw ApiProblem.invalid(problems);
        }
        String destination = String.valueOf(request.get("destination"));
        if (destination.equals(Model.TRAINER) || models.find(destination).isEmpty()) {
            throw ApiProblem.noDestination();
        }
        Training training = accept(model, version, destination, input, base, hook);
        if (training.fate() instanceof Fate fate && (fate != Fate.SILENT || hook != null)) {
            struck.add(Operation.RUN_TRAINING, FaultKind.valueOf(fate.name()));
        }
        return training;
    }

    private Training accept(String model, String version, String destination, Map<String, Object> input, String base,
            @Nullable Hook hook) {
        Behaviour behaviour = behaviours.current();
        Fate fate = behaviours.take(Operation.RUN_TRAINING)
                .map(fault -> Fate.valueOf(fault.kind().name()))
                .orElse(null);
        String fault = fate == Fate.FAILED ? BROKEN : behaviour.failTraining();
        return trainings.accept(order -> new Training(
                new Accepted(Ids.next(), order, Ids.token(), base, clock.instant(), input, hook),
                model, version, destination, behaviour.trainingDuration(), fault, fate,
                null, null, null, false, false));
    }

    private Map<String, Object> input(Map<String, Object> request, List<InvalidField> problems) {
        for (String key : new TreeSet<>(request.keySet())) {
            if (!KEYS.contains(key)) {
                problems.add(new InvalidField("additional_property_not_allowed", "(root)",
                        "Additional property " + key + " is not allowed"));
            }
        }
        if (!(request.get("destination") instanceof String)) {
            problems.add(InvalidField.required("(root)", "destination"));
        }
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
