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

    private static final int SLOW_SECONDS = 4;

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

    /** Of so many calls about a quarter lose their answer, and a few more go wrong otherwise. */
    private List<ProviderFault> faults(int jobs) {
        List<ProviderFault> faults = new ArrayList<>();
        int lost = (jobs + random.nextInt(4)) / 4;
        if (lost > 0) {
            faults.add(new ProviderFault("createTraining", "dropAfterAccept", lost, 0));
        }
        faults.add(switch (random.nextInt(6)) {
            case 0 -> new ProviderFault("createTraining", "timeout", 1, 0);
            case 1 -> new ProviderFault("createTraining", "error429", 1, 1);
            case 2 -> new ProviderFault("createTraining", "error402", 1, 0);
            case 3 -> new ProviderFault("createTraining", "slow", 1, SLOW_SECONDS);
            default -> new ProviderFault("createTraining", "error500", 1, 0);
        });
        faults.add(new ProviderFault("getTraining", random.nextBoolean() ? "error500" : "dropAfterAccept", 2, 0));
        faults.add(new ProviderFault("listTrainings", random.nextBoolean() ? "error500" : "dropAfterAccept", 1, 0));
        Collections.shuffle(faults, random);
        return faults;
    }
}
