package dev.likeness.chaos;

import dev.likeness.chaos.parts.Instance;
import dev.likeness.chaos.parts.Stand;
import dev.likeness.chaos.verdict.Accepted;
import dev.likeness.chaos.verdict.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The provider is away for a while in the middle of ten trainings. */
final class Outage {

    static final int TRAININGS = 10;
    private static final Duration ACCEPTED = Duration.ofMinutes(3);

    private final Stand stand;
    private final Load load;
    private final Observer observer;
    private final Journal journal;

    Outage(Stand stand, Load load, Observer observer, Journal journal) {
        this.stand = stand;
        this.load = load;
        this.observer = observer;
        this.journal = journal;
    }

    /**
     * @param seen what a person saw of their training at the end of the outage, where it was to be seen
     */
    record Result(List<Request> requests, Optional<JsonNode> seen) {}

    Result happen(Duration howLong) {
        Set<String> before = load.acknowledged().stream().map(Request::trainingId).collect(Collectors.toSet());
        load.ask(TRAININGS);
        List<Request> requests = load.acknowledged()
                .stream()
                .filter(request -> !before.contains(request.trainingId()))
                .toList();
        Awaitility.await().atMost(ACCEPTED).pollInSameThread().until(() -> accepted(requests) >= TRAININGS / 2);
        stand.standIn().kill();
        journal.say("provider killed in the middle of " + TRAININGS + " trainings, "
                + "back in " + howLong.toSeconds() + " s");
        Conductor.pause(howLong);
        Optional<JsonNode> seen = requests.stream()
                .flatMap(request -> view(request).stream())
                .filter(view -> !view.path("endedAt").isString())
                .findFirst();
        stand.standIn().start();
        journal.happened("provider killed in the middle of ten trainings, and back after " + howLong.toSeconds()
                + " s");
        return new Result(requests, seen);
    }

    private long accepted(List<Request> requests) {
        Set<String> words = requests.stream().map(Request::triggerWord).collect(Collectors.toSet());
        return observer.ledger().stream().map(Accepted::triggerWord).filter(words::contains).distinct().count();
    }

    private Optional<JsonNode> view(Request request) {
        Instance instance = stand.instances().getFirst();
        return instance.training(request.trainingId(), stand.token(request.userId()));
    }
}
