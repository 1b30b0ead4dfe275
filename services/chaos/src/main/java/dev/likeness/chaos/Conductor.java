package dev.likeness.chaos;

import dev.likeness.chaos.faults.ProviderFault;
import dev.likeness.chaos.faults.Step;
import dev.likeness.chaos.faults.Strike;
import dev.likeness.chaos.parts.Haste;
import dev.likeness.chaos.parts.Instance;
import dev.likeness.chaos.parts.Stand;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Does to the processes what the schedule says, one strike after the other, and writes down what
 * came of it.
 */
final class Conductor {

    private static final Duration BETWEEN_MORE = Duration.ofSeconds(4);
    private static final Duration CRASH_PATIENCE = Duration.ofMinutes(4);
    private static final Duration PROVIDER_AWAY = Duration.ofSeconds(3);

    private final Stand stand;
    private final Load load;
    private final Journal journal;

    Conductor(Stand stand, Load load, Journal journal) {
        this.stand = stand;
        this.load = load;
        this.journal = journal;
    }

    void play(List<Step> steps) {
        for (Step step : steps) {
            stand.standIn().faults(step.faults().stream().map(ProviderFault::toJson).toList());
            switch (step.strike()) {
                case Strike.Crash crash -> crash(crash, step.jobs());
                case Strike.Kill(var instance) -> kill(instance, step.jobs());
                case Strike.Freeze(var instance) -> freeze(instance, step.jobs());
                case Strike.BrokerKilled() -> {
                    load.ask(step.jobs());
                    stand.broker().killAndRestart();
                    journal.happened("broker killed and restarted");
                }
                case Strike.DatabaseCrashed() -> {
                    load.ask(step.jobs());
                    stand.database().crashAndRestart();
                    journal.happened("database stopped at once and restarted");
                }
                case Strike.ProviderKilled() -> {
                    load.ask(step.jobs());
                    providerAway(PROVIDER_AWAY);
                }
            }
        }
    }

    /** No more faults, and both instances there. */
    void heal() {
        stand.standIn().faults(List.of());
        both();
        journal.say("healed: both instances up, no more faults");
    }

    void providerAway(Duration howLong) {
        stand.standIn().kill();
        pause(howLong);
        stand.standIn().start();
        journal.happened("provider killed, and back after " + howLong.toSeconds() + " s");
    }

    private void crash(Strike.Crash crash, int jobs) {
        Instance first = stand.instances().getFirst();
        Instance second = stand.instances().getLast();
        killed(first, 1);
        if (crash.alone()) {
            killed(second, 2);
        } else {
            ready(second);
        }
        first.launchToDie(crash.point(), crash.passing());
        load.ask(jobs);
        long patience = System.nanoTime() + CRASH_PATIENCE.toNanos();
        while (!first.diesWithin(BETWEEN_MORE)) {
            if (!first.lives() || System.nanoTime() > patience) {
                journal.happened("crash point " + crash.point() + " never reached");
                return;
            }
            if (first.isReady()) {
                // Only new work leads to some points.
                load.ask(1);
            }
        }
        journal.happened("died at " + crash.point() + (crash.alone() ? "" : ", the other instance going on"));
    }

    private void kill(int instance, int jobs) {
        both();
        load.ask(jobs);
        killed(stand.instances().get(instance), instance + 1);
        ready(stand.instances().get(instance));
    }

    private void freeze(int instance, int jobs) {
        both();
        Instance frozen = stand.instances().get(instance);
        frozen.freeze();
        load.ask(jobs);
        pause(Haste.FREEZE);
        frozen.thaw();
        journal.happened("instance frozen for " + Haste.FREEZE.toSeconds() + " s, past its leases and polls");
    }

    private void killed(Instance instance, int number) {
        if (instance.lives()) {
            instance.kill();
            journal.happened("instance " + number + " killed on its way");
        }
    }

    private void both() {
        stand.instances().forEach(Conductor::ready);
    }

    private static void ready(Instance instance) {
        if (!instance.lives()) {
            instance.launch();
        }
        instance.awaitReady();
    }

    static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
