package dev.likeness.training.schedules;

import dev.likeness.training.run.Allowance;
import dev.likeness.training.run.Decision;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Pace;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Retry;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.TrainingRules;
import dev.likeness.training.run.Wish;
import dev.likeness.training.schedules.SimulatedDatabase.Account;
import dev.likeness.training.schedules.SimulatedDatabase.Attempt;
import dev.likeness.training.schedules.SimulatedDatabase.Item;
import dev.likeness.training.schedules.SimulatedDatabase.Purge;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The transactions of the service: each of these methods is one, all of it or nothing. */
final class Shell {

    /** An event as it is delivered: the n-th replay of it, or the first telling, which is none. */
    record Delivery(int event, Optional<Wish> wish, int epoch, int replay, boolean maySpend, Allowance early) {}

    /** What the inbox remembers. */
    record Handled(int event, int replay) {}

    private static final TrainingId NOBODY = new TrainingId(new UUID(0, 0));

    final SimulatedDatabase database;
    final Step step = new Step();
    final Set<Flaw> flaws;
    final long cap;
    /** Trainings that only a replay without permission to spend has asked for. */
    final Set<TrainingId> unpermitted = new HashSet<>();
    private final TrainingRules real;
    private final Rules rules;

    Shell(SimulatedDatabase database, TrainingRules real, Rules rules, Set<Flaw> flaws, long cap) {
        this.database = database;
        this.real = real;
        this.rules = rules;
        this.flaws = flaws;
        this.cap = cap;
    }

    boolean flawed(Flaw flaw) {
        return !flaws.isEmpty() && flaws.contains(flaw);
    }

    void handle(Delivery delivery) {
        var key = new Handled(delivery.event(), delivery.replay());
        if (!database.inbox.add(key) && !flawed(Flaw.NO_INBOX)) {
            return;
        }
        step.handled.add(key);
        if (delivery.epoch() > database.epoch) {
            raise(delivery.epoch());
        } else if (delivery.epoch() < database.epoch) {
            enqueue(new Purge(database.epoch, delivery.epoch()), NOBODY, database.epoch, true, Duration.ZERO);
            if (!flawed(Flaw.EVENTS_OF_ANY_EPOCH)) {
                return;
            }
        }
        if (delivery.wish().isPresent() && (delivery.maySpend() || flawed(Flaw.REPLAYS_MAY_SPEND))) {
            request(delivery.wish().get(), Optional.empty(), delivery.maySpend(), delivery.early());
        }
    }

    private void raise(int epoch) {
        int old = database.epoch;
        database.epoch = epoch;
        enqueue(new Purge(epoch, old), NOBODY, epoch, true, Duration.ZERO);
    }

    private void request(Wish wish, Optional<TrainingId> retryOf, boolean permitted, Allowance early) {
        int epoch = (int) wish.person().epoch().value();
        Optional<Row> known = database.find(wish.id(), epoch);
        if (known.isPresent() && !flawed(Flaw.NO_DOMAIN_KEY)) {
            return;
        }
        Plan plan = real.plan(wish, Pace.FIRST, database.now);
        Allowance allowance = flawed(Flaw.CAP_READ_BEFORE_THE_LOCK) ? early : database.allowance(cap);
        boolean another = database.live(wish.id()) && !flawed(Flaw.NO_LIVE_INDEX);
        var row = known.orElseGet(() -> new Row(plan, retryOf, permitted));
        var request = new Input.Request(plan, another, allowance.covers(plan.reserveMicros()));
        Decision decision = rules.decide(new Training.Unheard(wish.id()), request, database.now);
        if (!permitted) {
            var _ = unpermitted.add(wish.id());
        }
        if (known.isEmpty()) {
            database.rows.add(row);
        }
        follow(row, decision, permitted);
    }

    void retry(TrainingId id) {
        Optional<Row> old = database.find(id, database.epoch);
        if (old.isEmpty()) {
            return;
        }
        int number = 1;
        for (Row row : database.rows) {
            if (row.training instanceof Training.Ended && row.retryOf.equals(Optional.of(id))) {
                number++;
            }
        }
        if (database.find(id.retry(number), database.epoch).isEmpty()
                && real.retry(old.get().training, database.live(id), number) instanceof Retry.Again(var wish)) {
            request(wish, Optional.of(id), true, database.allowance(cap));
        }
    }

    /** What the input makes of the training; unheard of where the person has no such training. */
    Training apply(TrainingId id, int epoch, Input input, boolean maySpend) {
        boolean current = epoch == database.epoch || flawed(Flaw.COMMITS_IN_ANY_EPOCH);
        Optional<Row> found = current ? database.find(id, epoch) : Optional.empty();
        if (found.isEmpty()) {
            return new Training.Unheard(id);
        }
        Row row = found.get();
        Decision decision = rules.decide(row.training, input, database.now);
        if (!decision.next().equals(row.training) || !decision.effects().isEmpty()) {
            follow(row, decision, maySpend);
        }
        return row.training;
    }

    private void follow(Row row, Decision decision, boolean maySpend) {
        step.changes.add(new Step.Change(row, row.training, decision.next()));
        row.training = decision.next();
        save(row);
        for (Effect effect : decision.effects()) {
            switch (effect) {
                case Effect.Book(var attempt, var entry, var micros) -> book(row.plan, attempt, entry, micros);
                case Effect.AnnounceStart _ -> row.starts++;
                case Effect.AnnounceEnd _ -> row.ends++;
                case Effect.AnnounceProgress _ -> {
                }
                case Effect.WatchDeadline() -> enqueue(effect, row.plan.id(), row.epoch, maySpend,
                        Duration.between(database.now, row.plan.deadline()));
                default -> enqueue(effect, row.plan.id(), row.epoch, maySpend, Duration.ZERO);
            }
        }
    }

    private void save(Row row) {
        switch (row.training) {
            case Training.Intended(_, var ready, var intendedAt, _, var calling, _) -> {
                Attempt attempt = row.attempt(ready.attempt());
                attempt.zip = ready.zip();
                attempt.calling = calling;
                attempt.intendedAt = intendedAt.orElse(Instant.EPOCH);
            }
            case Training.Unknown unknown -> row.attempt(unknown.attempt()).calling = true;
            case Training.AtProvider accepted ->
                row.attempt(accepted.attempt()).providerId = Optional.of(accepted.providerId());
            case Training.Ended ended -> {
                Attempt attempt = row.attempt(ended.attempt());
                attempt.providerId = ended.providerId().or(() -> attempt.providerId);
            }
            case Training.Packaging packaging -> {
                var _ = row.zips.add(packaging.zip());
            }
            case Training.Unheard _,Training.Requested _ -> {
            }
        }
    }

    private void book(Plan plan, int attempt, Entry entry, long micros) {
        Account account = database.account(plan.id(), attempt, plan);
        step.bookings.add(new Step.Booking(account, entry, account.of(entry) > 0));
        account.micros[entry.ordinal()] += micros;
    }

    /**
     * The rows of older epochs go; what is held for them is spent where the provider may have been
     * called.
     */
    void forget(int epoch) {
        for (Row row : database.rows) {
            for (int i = 0; row.epoch < epoch && i < database.accounts.size(); i++) {
                Account account = database.accounts.get(i);
                if (account.training.equals(row.plan.id()) && account.held() > 0) {
                    Attempt attempt = row.attempt(account.attempt);
                    boolean maybe = attempt.calling || attempt.providerId.isPresent();
                    book(row.plan, account.attempt, maybe ? Entry.CONSUME : Entry.RELEASE, account.held());
                }
            }
        }
        database.rows.removeIf(row -> row.epoch < epoch);
    }

    private void enqueue(Object job, TrainingId id, int epoch, boolean maySpend, Duration delay) {
        database.enqueue(new Item(job, id, epoch, maySpend, database.now, database.now.plus(delay)));
    }
}
