package dev.likeness.chaos;

import dev.likeness.chaos.verdict.Accepted;
import dev.likeness.chaos.verdict.Announcement;
import dev.likeness.chaos.verdict.Check;
import dev.likeness.chaos.verdict.Evidence;
import dev.likeness.chaos.verdict.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a run came to.
 *
 * @param happened what the runner did that really took effect
 * @param struck the provider's own count of its faults
 * @param again trainings that were begun anew because an attempt was void
 * @param rest from healing until nothing was left to do
 */
record Report(ChaosSettings settings, Map<String, Integer> happened, Optional<JsonNode> struck, Evidence evidence,
        List<Check> checks, Outage.Result outage, TrainingTables.Settling settling, long again, Duration rest,
        Duration lasted) {

    boolean holds() {
        return checks.stream().allMatch(Check::holds);
    }

    /** Calls that were accepted and whose answer never came. */
    int answersLost() {
        JsonNode create = struck.map(faults -> faults.path("createTraining"))
                .orElseGet(tools.jackson.databind.node.JsonNodeFactory.instance::missingNode);
        return List.of("dropAfterAccept", "resetAfterAccept", "error500AfterAccept", "lateAfterAccept")
                .stream()
                .mapToInt(kind -> create.path(kind).asInt(0))
                .sum();
    }

    /** Trainings of the outage that did not end well. */
    List<String> outageWithoutModel() {
        Map<String, Stored> stored = evidence.stored()
                .stream()
                .collect(Collectors.toMap(Stored::trainingId, Function.identity()));
        return outage.requests()
                .stream()
                .map(request -> request.trainingId())
                .filter(id -> !stored.containsKey(id) || !stored.get(id).state().equals("SUCCEEDED"))
                .toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "Seed %d, commit %s, %d jobs, %d min %d s", settings.seed(),
                Commit.current(), evidence.requests().size(), lasted.toMinutes(), lasted.toSecondsPart()));
        lines.add("What really struck");
        happened.forEach((what, count) -> lines.add(String.format(Locale.ROOT, "%6d  %s", count, what)));
        struck.ifPresentOrElse(faults -> faults.propertyStream()
                .forEach(operation -> operation.getValue()
                        .propertyStream()
                        .forEach(kind -> lines.add(String.format(Locale.ROOT, "%6d  %s: %s", kind.getValue().asInt(),
                                operation.getKey(), kind.getKey())))),
                () -> lines.add("        (the sandbox does not count its faults)"));
        lines.addAll(outcomes());
        lines.add("Checks");
        checks.forEach(check -> lines.add((check.holds() ? "    ok  " : "  FAIL  ") + check));
        lines.add(holds()
                ? "Verdict: never lost, never paid twice"
                : "Verdict: BROKEN. To repeat: "
                        + settings.command());
        return lines;
    }

    private List<String> outcomes() {
        Map<String, Long> endings = evidence.stored()
                .stream()
                .collect(Collectors.groupingBy(row -> row.state() + row.failure().map(why -> " " + why).orElse(""),
                        TreeMap::new, Collectors.counting()));
        long copies = evidence.announcements().size()
                - evidence.announcements().stream().map(Announcement::eventId).distinct().count();
        return List.of("Outcomes " + endings,
                "Ledger: " + evidence.ledger().size() + " accepted, "
                        + evidence.ledger().stream().filter(Accepted::ran).count() + " ran and cost, "
                        + again + " begun anew after a void attempt",
                "Unknown outcomes: " + settling.count() + ", settled within " + seconds(settling.median())
                        + " (median), " + seconds(settling.longest()) + " (longest)",
                "Ends published more than once, under one id: " + copies + "; at rest " + seconds(rest)
                        + " after healing",
                "Outage: " + (outage.requests().size() - outageWithoutModel().size()) + " of "
                        + outage.requests().size() + " ended well; a person saw "
                        + outage.seen().map(Report::told).orElse("nothing"));
    }

    private static String told(JsonNode view) {
        return view.path("state").asString("") + ", last heard at " + view.path("lastHeardAt").asString("never")
                + ", unreachable since " + view.path("unreachableSince").asString("(not said)");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
