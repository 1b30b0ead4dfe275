package dev.likeness.training.schedules;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Estimate;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Pace;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingFixtures;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.TrainingRules;
import dev.likeness.training.run.Wish;
import dev.likeness.training.schedules.Shell.Delivery;
import dev.likeness.training.schedules.SimulatedDatabase.Item;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The service around the rules, step by step: jobs that crash between any two steps and are run
 * again, workers thought dead that go on, calls that reach the provider late, events lost,
 * repeated, late and replayed, fresh starts at any time. Only the seed decides.
 */
final class Simulation {

    static final TrainingRules REAL = new TrainingRules(TrainingFixtures.TERMS);
    private static final Estimate ESTIMATE = REAL.estimate(TrainingFixtures.recipe(), Pace.FIRST);
    private static final int LEASE = 30;
    private static final int MOST_EPOCHS = 3;

    record Told(TrainingId training, int epoch, Input input) {}

    final Dice dice;
    final SimulatedDatabase database = new SimulatedDatabase(TrainingFixtures.NOON);
    final SimulatedProvider provider;
    final Shell shell;
    final SimulatedWork work;
    final Checkers checkers;
    final List<Run> runs = new ArrayList<>();
    final List<Runnable> underWay = new ArrayList<>();
    final List<Delivery> published = new ArrayList<>();
    final List<Delivery> pending = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<String> trace = new ArrayList<>();
    boolean faults = true;
    boolean unreachable;
    boolean tracing;
    /** Seconds that a step takes at most. */
    private final int pace;
    private int issuedEpoch = 1;
    private int wishes;

    Simulation(long seed, Rules rules, Set<Flaw> flaws) {
        this.dice = new Dice(seed);
        this.pace = 2 + dice.roll(30);
        this.provider = new SimulatedProvider(dice);
        this.shell = new Shell(database, REAL, rules, flaws, cap());
        this.work = new SimulatedWork(this);
        this.checkers = new Checkers(this);
        ask();
    }

    /** Often enough for one training only, or for two at a time. */
    private long cap() {
        return ESTIMATE.highMicros() * switch (dice.roll(8)) {
            case 0 -> 0;
            case 1, 2 -> 1;
            case 3, 4 -> 2;
            default -> 100;
        };
    }

    void note(Supplier<String> what) {
        if (tracing) {
            trace.add(database.now + " " + what.get());
        }
    }

    boolean fault(int oneIn) {
        return faults && dice.roll(oneIn) == 0;
    }

    void ask() {
        Person first = TrainingFixtures.person("ada1");
        var person = new Person(first.userId(), new Epoch(issuedEpoch), first.space());
        var wish = new Wish(new TrainingId(new UUID(issuedEpoch, ++wishes)), person, "userada1",
                TrainingFixtures.recipe(), 15);
        publish(Optional.of(wish));
    }

    void startAfresh() {
        if (issuedEpoch < MOST_EPOCHS) {
            issuedEpoch++;
            publish(Optional.empty());
            if (dice.roll(2) == 0) {
                deliver(pending.removeLast());
            }
            if (dice.roll(3) > 0) {
                ask();
            }
        }
    }

    private void publish(Optional<Wish> wish) {
        var delivery = new Delivery(published.size(), wish, issuedEpoch, 0, true, database.allowance(shell.cap));
        published.add(delivery);
        pending.add(delivery);
    }

    void deliver(Delivery delivery) {
        note(() -> "deliver " + delivery);
        shell.handle(delivery);
    }

    Training apply(TrainingId id, int epoch, Input input, boolean maySpend) {
        Training next = shell.apply(id, epoch, input, maySpend);
        told.add(new Told(id, epoch, input));
        note(() -> input + " -> " + next);
        return next;
    }

    /** As a worker reads it, before any lock; empty where the person's epoch is over. */
    Optional<Training> read(Run run) {
        boolean current = run.item.epoch == database.epoch || shell.flawed(Flaw.COMMITS_IN_ANY_EPOCH);
        return current ? database.find(run.item.training, run.item.epoch).map(row -> row.training) : Optional.empty();
    }

    Row row(Run run) {
        return database.find(run.item.training, run.item.epoch).orElseThrow();
    }

    void step() {
        database.now = database.now.plusSeconds(dice.roll(pace));
        int roll = dice.roll(256);
        if (roll < 60) {
            claim();
        } else if (roll < 185) {
            advance();
        } else if (roll < 205) {
            provider.moveAll();
        } else if (roll < 216) {
            if (!pending.isEmpty()) {
                deliver(pending.remove(dice.roll(pending.size())));
            }
        } else {
            Disturbance.of(roll - 216).strike(this);
        }
        checkers.check();
    }

    private void claim() {
        int open = 0;
        for (Item item : database.work) {
            open += due(item) ? 1 : 0;
        }
        if (open > 0) {
            int chosen = dice.roll(open);
            for (Item item : database.work) {
                if (due(item) && chosen-- == 0) {
                    runs.add(claim(item));
                    return;
                }
            }
        }
    }

    private boolean due(Item item) {
        return !item.done && !item.dueAt.isAfter(database.now) && item.leasedUntil.isBefore(database.now);
    }

    private Run claim(Item item) {
        note(() -> "claim " + item.job + " of " + item.training + " in epoch " + item.epoch);
        item.fence++;
        item.leasedUntil = database.now.plusSeconds(LEASE);
        var run = new Run(item);
        work.begin(run);
        return run;
    }

    private void advance() {
        if (!runs.isEmpty()) {
            int chosen = dice.roll(runs.size());
            if (!runs.get(chosen).advance()) {
                runs.remove(chosen);
            }
        }
    }

    /**
     * All faults end: calls under way arrive, lost events are told again, jobs are done one after the
     * other.
     */
    void heal() {
        note(() -> "heal");
        faults = false;
        unreachable = false;
        underWay.forEach(Runnable::run);
        underWay.clear();
        runs.clear();
        checkers.check();
        for (Delivery delivery : List.copyOf(published)) {
            deliver(delivery);
            checkers.check();
        }
        for (int i = 0; i < 2_000 && !quiet(); i++) {
            tidy();
        }
        checkers.conserved();
    }

    private void tidy() {
        provider.moveAll();
        Instant earliest = Instant.MAX;
        for (int i = 0; i < database.work.size(); i++) {
            Item item = database.work.get(i);
            if (due(item)) {
                Run run = claim(item);
                boolean more = true;
                while (more) {
                    more = run.advance();
                    checkers.check();
                }
            }
            Instant next = item.leasedUntil.isAfter(item.dueAt) ? item.leasedUntil : item.dueAt;
            earliest = !item.done && next.isBefore(earliest) ? next : earliest;
        }
        Instant soon = database.now.plusSeconds(15);
        database.now = earliest.isAfter(soon) && earliest != Instant.MAX ? earliest.plusSeconds(1) : soon;
    }

    boolean quiet() {
        for (Item item : database.work) {
            if (!item.done) {
                return false;
            }
        }
        for (SimulatedProvider.Remote remote : provider.remotes) {
            if (!remote.ended()) {
                return false;
            }
        }
        return true;
    }

    void hasten() {
        for (Item item : database.work) {
            if (item.job instanceof Effect.Poll && item.dueAt.isAfter(database.now)) {
                item.dueAt = database.now;
            }
        }
    }
}
