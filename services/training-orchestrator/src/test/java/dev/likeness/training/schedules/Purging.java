package dev.likeness.training.schedules;

import dev.likeness.training.schedules.SimulatedDatabase.Attempt;
import dev.likeness.training.schedules.SimulatedDatabase.Purge;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Letting go of older epochs: ZIPs first, so that what is accepted late finds nothing; then what
 * runs at the provider; then the rows, once nothing of them can still turn up there; and the ZIPs
 * once more, when no worker can still be writing one.
 */
final class Purging {

    private static final int GRACE = 60;
    private static final int LATE_WRITES = 120;

    private final Simulation world;
    private final SimulatedWork work;
    private final Map<Attempt, Instant> zipGone = new HashMap<>();

    Purging(Simulation world, SimulatedWork work) {
        this.world = world;
        this.work = work;
    }

    void begin(Run run, Purge purge) {
        if (!world.shell.flawed(Flaw.PURGE_KEEPS_ZIPS)) {
            String space = purge.old() + "/";
            world.provider.zips.removeIf(zip -> zip.startsWith(space));
        }
        for (Row row : world.database.rows) {
            if (row.epoch < purge.epoch()) {
                row.attempts.forEach(attempt -> zipGone.putIfAbsent(attempt, world.database.now));
            }
        }
        run.then(() -> stop(run, purge));
    }

    private void stop(Run run, Purge purge) {
        if (world.unreachable || world.fault(8)) {
            work.again(run, 10);
            return;
        }
        boolean settled = true;
        for (Row row : world.database.rows) {
            for (int i = 0; row.epoch < purge.epoch() && i < row.attempts.size(); i++) {
                settled &= world.shell.flawed(Flaw.PURGE_LEAVES_THE_PROVIDER_ALONE) || stop(row.attempts.get(i));
            }
        }
        if (settled || world.shell.flawed(Flaw.PURGE_FORGETS_WHAT_IS_UNSETTLED)) {
            run.then(() -> forget(run, purge));
        } else {
            work.again(run, 10);
        }
    }

    private boolean stop(Attempt attempt) {
        Optional<String> id = attempt.providerId
                .or(() -> attempt.calling ? world.provider.find(attempt.zip, world.database.now) : Optional.empty());
        id.ifPresent(world.provider::cancel);
        Instant gone = zipGone.getOrDefault(attempt, world.database.now);
        return id.isPresent() || !attempt.calling || !world.database.now.isBefore(gone.plusSeconds(GRACE));
    }

    private void forget(Run run, Purge purge) {
        if (work.holds(run)) {
            world.shell.forget(purge.epoch());
            if (world.database.now.isBefore(run.item.createdAt.plusSeconds(LATE_WRITES))) {
                work.again(run, LATE_WRITES);
            } else {
                work.finish(run);
            }
        }
    }
}
