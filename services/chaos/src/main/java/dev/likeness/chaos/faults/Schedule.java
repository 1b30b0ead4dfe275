package dev.likeness.chaos.faults;

import dev.likeness.messaging.CrashPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What strikes when: in rounds, each of which has everything once, in an order of its own. The same
 * seed gives the same schedule; what it meets in the processes is up to them.
 */
public final class Schedule {

    /** Longer than the orchestrator waits for an answer. */
    private static final int LATE_SECONDS = 4;
    /** How an accepted call loses its answer. */
    private static final List<String> LOSING = List.of("dropAfterAccept", "resetAfterAccept", "error500AfterAccept",
            "lateAfterAccept");

    private final Random random;

    private Schedule(long seed) {
        this.random = new Random(seed);
    }

    /** @param jobs in all, spread over the steps */
    public static List<Step> of(long seed, int rounds, int jobs) {
        var schedule = new Schedule(seed);
        List<Strike> strikes = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            strikes.addAll(schedule.round(i % 2 == 0));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < strikes.size(); i++) {
            // Not rounded each by itself: the sum is the number asked for.
            int share = jobs * (i + 1) / strikes.size() - jobs * i / strikes.size();
            steps.add(new Step(strikes.get(i), share, schedule.faults(share)));
        }
        return List.copyOf(steps);
    }

    /**
     * What an instance does alone comes first, while the other is not there.
     *
     * @param alone whether all points are reached by an instance alone: that is sooner
     */
    private List<Strike> round(boolean alone) {
        List<Strike> first = new ArrayList<>();
        List<Strike> then = new ArrayList<>();
        for (CrashPoint point : CrashPoint.values()) {
            boolean byOne = point == CrashPoint.BEFORE_OUTBOX_MARK || point == CrashPoint.AFTER_OUTBOX_MARK;
            var crash = new Strike.Crash(point, 1 + random.nextInt(mostPassings(point)), alone || byOne);
            (byOne ? first : then).add(crash);
        }
        List<Strike> last = new ArrayList<>(List.of(new Strike.Kill(random.nextInt(2)),
                new Strike.Freeze(random.nextInt(2)), new Strike.BrokerKilled(), new Strike.DatabaseCrashed(),
                new Strike.ProviderKilled()));
        Collections.shuffle(first, random);
        Collections.shuffle(then, random);
        Collections.shuffle(last, random);
        return Stream.of(first, then, last).flatMap(List::stream).toList();
    }

    /** Commits there are many of in each training, calls and offsets one. */
    private static int mostPassings(CrashPoint point) {
        return switch (point) {
            case BEFORE_COMMIT, AFTER_COMMIT -> 12;
            case BEFORE_OUTBOX_MARK, AFTER_OUTBOX_MARK -> 3;
            case BEFORE_PAID_CALL, AFTER_PAID_ANSWER, BEFORE_OFFSET_COMMIT, AFTER_OFFSET_COMMIT -> 1;
        };
    }

    /** Of so many calls about a quarter lose their answer, and a few more things go wrong. */
    private List<ProviderFault> faults(int jobs) {
        List<ProviderFault> faults = new ArrayList<>();
        int lost = (jobs + random.nextInt(4)) / 4;
        for (String kind : LOSING) {
            int share = (lost + random.nextInt(LOSING.size())) / LOSING.size();
            if (share > 0) {
                faults.add(
                        new ProviderFault("createTraining", kind, share, kind.startsWith("late") ? LATE_SECONDS : 0));
            }
        }
        faults.add(new ProviderFault("createTraining", oneOf("error500", "error503", "reset", "timeout", "error429",
                "error402", "slow"), 1, LATE_SECONDS));
        faults.add(new ProviderFault("getTraining", oneOf("error500", "dropAfterAccept", "reset", "error429"), 2, 1));
        faults.add(new ProviderFault("listTrainings", oneOf("error500", "dropAfterAccept", "lagging", "withoutInput"),
                2, 1));
        faults.add(new ProviderFault("webhook", oneOf("lost", "late", "duplicated", "outOfOrder", "forged"), 3, 1));
        if (random.nextInt(3) == 0) {
            faults.add(new ProviderFault("runTraining", oneOf("failed", "aborted", "silent"), 1, 0));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private String oneOf(String... kinds) {
        return kinds[random.nextInt(kinds.length)];
    }
}
