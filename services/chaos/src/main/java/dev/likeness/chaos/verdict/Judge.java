package dev.likeness.chaos.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lays side by side what was asked for, paid, stored and told. */
public final class Judge {

    private final Evidence evidence;
    private final Map<String, List<Accepted>> accepted;
    private final Map<String, Stored> stored;
    private final Map<String, List<Announcement>> announced;

    private Judge(Evidence evidence) {
        this.evidence = evidence;
        this.accepted = evidence.ledger().stream().collect(Collectors.groupingBy(Accepted::triggerWord));
        this.stored = evidence.stored().stream().collect(Collectors.toMap(Stored::trainingId, Function.identity()));
        this.announced = evidence.announcements().stream().collect(Collectors.groupingBy(Announcement::trainingId));
    }

    public static List<Check> checks(Evidence evidence) {
        var judge = new Judge(evidence);
        List<Check> checks = new ArrayList<>();
        checks.add(judge.requests("paid more than once", judge::paidTwice));
        checks.add(judge.requests("lost: never ended, or nobody was told", judge::lost));
        checks.add(judge.requests("ended more than once", judge::endedTwice));
        checks.add(judge.requests("paid, and the person has no model", judge::paidForNothing));
        checks.add(judge.requests("a model that nobody trained", judge::modelOutOfNowhere));
        checks.add(judge.requests("told otherwise than stored", judge::toldOtherwise));
        checks.add(judge.strangers());
        checks.add(judge.running());
        checks.addAll(leftovers(evidence.leftovers()));
        return List.copyOf(checks);
    }

    private Check requests(String what, Predicate<Request> isSo) {
        return new Check(what, evidence.requests().stream().filter(isSo).map(Request::trainingId).toList());
    }

    private List<Accepted> paid(Request request) {
        return accepted.getOrDefault(request.triggerWord(), List.of()).stream().filter(Accepted::ran).toList();
    }

    private boolean paidTwice(Request request) {
        return paid(request).size() > 1;
    }

    private boolean lost(Request request) {
        Stored row = stored.get(request.trainingId());
        return row == null || !row.ended() || ends(request).isEmpty();
    }

    /** Copies of one event are one. */
    private Set<String> ends(Request request) {
        return announced.getOrDefault(request.trainingId(), List.of())
                .stream()
                .map(Announcement::eventId)
                .collect(Collectors.toSet());
    }

    private boolean endedTwice(Request request) {
        return ends(request).size() > 1;
    }

    private boolean paidForNothing(Request request) {
        Stored row = stored.get(request.trainingId());
        return paid(request).stream().anyMatch(Accepted::succeeded) && (row == null || !row.succeeded());
    }

    private boolean modelOutOfNowhere(Request request) {
        Stored row = stored.get(request.trainingId());
        return row != null && row.succeeded() && paid(request).stream().noneMatch(Accepted::succeeded);
    }

    private boolean toldOtherwise(Request request) {
        Stored row = stored.get(request.trainingId());
        return row != null && announced.getOrDefault(request.trainingId(), List.of())
                .stream()
                .anyMatch(event -> event.succeeded() != row.succeeded());
    }

    private Check strangers() {
        Set<String> known = evidence.requests().stream().map(Request::triggerWord).collect(Collectors.toSet());
        return new Check("accepted for nobody who asked", evidence.ledger()
                .stream()
                .filter(entry -> !known.contains(entry.triggerWord()))
                .map(Accepted::providerId)
                .toList());
    }

    private Check running() {
        return new Check("still running at the provider",
                evidence.ledger().stream().filter(Accepted::underWay).map(Accepted::providerId).toList());
    }

    private static List<Check> leftovers(Leftovers left) {
        return List.of(count("jobs without an end", left.openWork()),
                count("calls of which the outcome is unknown", left.unsettled()),
                count("outbox unsent", left.unsent()), count("outbox parked", left.parked()),
                count("dead letters", left.deadLetters()), count("records not handled", left.lag()),
                count("ZIPs left", left.zips()));
    }

    private static Check count(String what, long left) {
        return new Check(what, left == 0 ? List.of() : List.of(Long.toString(left)));
    }
}
