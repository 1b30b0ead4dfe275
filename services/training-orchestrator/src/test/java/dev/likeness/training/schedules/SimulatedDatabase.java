package dev.likeness.training.schedules;

import dev.likeness.training.run.Allowance;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the service's database holds about the one person of a schedule. */
final class SimulatedDatabase {

    static final long SECONDS_A_DAY = 86_400;

    /** A training's row, with those of its attempts. */
    static final class Row {
        final Plan plan;
        final int epoch;
        final Optional<TrainingId> retryOf;
        final boolean permitted;
        final List<Attempt> attempts = new ArrayList<>();
        final Set<String> zips = new HashSet<>();
        Training training;
        int starts;
        int ends;

        Row(Plan plan, Optional<TrainingId> retryOf, boolean permitted) {
            this.plan = plan;
            this.epoch = (int) plan.person().epoch().value();
            this.retryOf = retryOf;
            this.permitted = permitted;
            this.training = new Training.Unheard(plan.id());
        }

        Attempt attempt(int number) {
            while (attempts.size() < number) {
                attempts.add(new Attempt());
            }
            return attempts.get(number - 1);
        }
    }

    static final class Attempt {
        String zip = "";
        Instant intendedAt = Instant.EPOCH;
        boolean calling;
        Optional<String> providerId = Optional.empty();

        boolean settled() {
            return !calling || providerId.isPresent();
        }
    }

    /** An attempt's entries, and the day they count on; they outlive its row. */
    static final class Account {
        final TrainingId training;
        final int attempt;
        final int epoch;
        final long day;
        final long[] micros = new long[Entry.values().length];

        Account(TrainingId training, int attempt, int epoch, long day) {
            this.training = training;
            this.attempt = attempt;
            this.epoch = epoch;
            this.day = day;
        }

        long held() {
            return of(Entry.RESERVE) + of(Entry.OVERRUN) - of(Entry.CONSUME) - of(Entry.RELEASE);
        }

        long spent() {
            return of(Entry.RESERVE) + of(Entry.OVERRUN) - of(Entry.RELEASE);
        }

        long of(Entry entry) {
            return micros[entry.ordinal()];
        }
    }

    /** A row of work; no two with the same key. */
    static final class Item {
        final Object job;
        final TrainingId training;
        final int epoch;
        final boolean outlives;
        final boolean maySpend;
        final Instant createdAt;
        Instant dueAt;
        Instant leasedUntil = Instant.EPOCH;
        long fence;
        boolean done;

        Item(Object job, TrainingId training, int epoch, boolean maySpend, Instant now, Instant dueAt) {
            this.job = job;
            this.training = training;
            this.epoch = epoch;
            this.maySpend = maySpend;
            this.outlives = job instanceof Purge || job instanceof Effect.CancelAtProvider
                    || job instanceof Effect.CleanUp;
            this.createdAt = now;
            this.dueAt = dueAt;
        }
    }

    /** Letting go of what is older. */
    record Purge(int epoch, int old) {}

    final List<Row> rows = new ArrayList<>();
    final List<Item> work = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final Set<Object> inbox = new HashSet<>();
    Instant now;
    int epoch = 1;

    SimulatedDatabase(Instant now) {
        this.now = now;
    }

    /** What a person may see, or a job of the current epoch: rows of older ones are fenced off. */
    Optional<Row> find(TrainingId id, int ofEpoch) {
        for (Row row : rows) {
            if (row.epoch == ofEpoch && row.plan.id().equals(id)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    boolean live(TrainingId except) {
        for (Row row : rows) {
            if (row.epoch == epoch && row.training instanceof Training.Live && !row.plan.id().equals(except)) {
                return true;
            }
        }
        return false;
    }

    void enqueue(Item item) {
        for (Item known : work) {
            if (known.job.equals(item.job) && known.training.equals(item.training)) {
                return;
            }
        }
        work.add(item);
    }

    Allowance allowance(long cap) {
        long day = now.getEpochSecond() / SECONDS_A_DAY;
        return new Allowance(cap - spent(day, true), cap - spent(day, false));
    }

    private long spent(long day, boolean ofThisEpoch) {
        long spent = 0;
        for (Account account : accounts) {
            if (account.day == day && (!ofThisEpoch || account.epoch == epoch)) {
                spent += account.spent();
            }
        }
        return spent;
    }

    long spent(long day) {
        return spent(day, false);
    }

    Account account(TrainingId id, int attempt, Plan plan) {
        for (Account account : accounts) {
            if (account.attempt == attempt && account.training.equals(id)) {
                return account;
            }
        }
        var account = new Account(id, attempt, (int) plan.person().epoch().value(),
                plan.requestedAt().getEpochSecond() / SECONDS_A_DAY);
        accounts.add(account);
        return account;
    }

    @Override
    public String toString() {
        return "epoch " + epoch + ", " + Arrays.toString(rows.stream().map(row -> row.training).toArray());
    }
}
