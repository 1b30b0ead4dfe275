package dev.likeness.sandbox.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** JSON to faults: {@code {operation, kind, times | probability, seed, delay}}. */
final class FaultReader {

    private static final Set<String> FIELDS = new TreeSet<>(
            List.of("operation", "kind", "times", "probability", "seed", "delay"));

    private final Map<?, ?> json;

    private FaultReader(Map<?, ?> json) {
        this.json = json;
    }

    static List<Fault> faults(Object given) {
        if (!(given instanceof List<?> list)) {
            throw BehaviourReader.refused("faults must be a list of {operation, kind, times}");
        }
        List<Fault> faults = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> fault)) {
                throw BehaviourReader.refused("faults must be a list of {operation, kind, times}");
            }
            BehaviourReader.known(fault.keySet(), FIELDS, "faults.");
            faults.add(new FaultReader(fault).fault());
        }
        return faults;
    }

    private Fault fault() {
        Operation operation = BehaviourReader.choice("faults.operation", json.get("operation"), Operation.values(),
                Operation::text);
        FaultKind kind = BehaviourReader.choice("faults.kind", json.get("kind"), FaultKind.values(), FaultKind::text);
        if (!kind.canHappenTo(operation)) {
            throw BehaviourReader.refused("faults.kind " + kind.text() + " can't happen to " + operation.text());
        }
        Object delay = json.get("delay");
        return new Fault(operation, kind, times(), probability(), seed(),
                delay == null ? Fault.DELAY : BehaviourReader.duration("faults.delay", delay));
    }

    private int times() {
        Object times = json.get("times");
        if (times == null) {
            return json.get("probability") == null ? 1 : Fault.ALWAYS;
        }
        if (times instanceof Integer count && count > 0) {
            return count;
        }
        throw BehaviourReader.refused("faults.times is " + times + ", but must be a whole number from 1");
    }

    private double probability() {
        Object probability = json.get("probability");
        if (probability == null) {
            return 1;
        }
        if (probability instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        throw BehaviourReader.refused("faults.probability is " + probability + ", but must be a number from 0 to 1");
    }

    /** Drawn where none is given, and shown, so that a run can be repeated. */
    private long seed() {
        Object seed = json.get("seed");
        if (seed == null) {
            return RandomGenerator.getDefault().nextInt(Integer.MAX_VALUE);
        }
        if (seed instanceof Integer || seed instanceof Long) {
            return ((Number) seed).longValue();
        }
        throw BehaviourReader.refused("faults.seed is " + seed + ", but must be a whole number");
    }
}
