package dev.likeness.training.schedules;

import static dev.likeness.training.schedules.Invariant.CONSERVATION;
import static dev.likeness.training.schedules.Invariant.FORWARD;
import static dev.likeness.training.schedules.Invariant.FRESH_START;
import static dev.likeness.training.schedules.Invariant.MONEY;
import static dev.likeness.training.schedules.Invariant.ONE_EFFECT;
import static dev.likeness.training.schedules.Invariant.ONE_LIVE;
import static dev.likeness.training.schedules.Invariant.ONE_PAYMENT;
import static dev.likeness.training.schedules.Violation.unless;

import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Intended;
import dev.likeness.training.run.Training.Live;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.schedules.SimulatedDatabase.Account;
import dev.likeness.training.schedules.SimulatedDatabase.Item;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import dev.likeness.training.schedules.SimulatedProvider.Remote;
import dev.likeness.training.schedules.Step.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One checker for each invariant, all of them after every step. */
final class Checkers {

    private final Simulation world;
    private final Set<Object> handled = new HashSet<>();
    final Sights sights = new Sights();

    Checkers(Simulation world) {
        this.world = world;
    }

    void check() {
        onePayment();
        lookedAfter();
        nothingRunsForgotten();
        Step step = world.shell.step;
        if (!step.nothing()) {
            step.changes.forEach(Checkers::forward);
            step.changes.forEach(this::freshStart);
            oneEffect(step);
            oneLive();
            money(step);
            sights.add(step);
            step.clear();
        }
    }

    private void onePayment() {
        List<Remote> remotes = world.provider.remotes;
        for (int i = 0; i < remotes.size(); i++) {
            Remote remote = remotes.get(i);
            for (int j = 0; remote.paid && j < i; j++) {
                Remote other = remotes.get(j);
                unless(!other.paid || !other.training.equals(remote.training), ONE_PAYMENT,
                        () -> remote.training + " was paid for twice");
            }
            unless(!remote.paid || !world.shell.unpermitted.contains(remote.training), ONE_PAYMENT,
                    () -> remote.training + " was paid for without permission");
        }
    }

    /** What is under way has the work that takes it further. */
    private void lookedAfter() {
        for (Row row : world.database.rows) {
            if (row.training instanceof Live live && row.epoch == world.database.epoch) {
                unless(waits(live), CONSERVATION, () -> "nothing is to be done about " + live);
            }
        }
    }

    private boolean waits(Live live) {
        for (Item item : world.database.work) {
            if (!item.done && item.training.equals(live.id()) && item.job instanceof Effect job
                    && furthers(job, live)) {
                return true;
            }
        }
        return false;
    }

    private static boolean furthers(Effect job, Live live) {
        return switch (live) {
            case Training.Requested _,Training.Packaging _ -> job instanceof Effect.PackPhotos(var attempt)
                    && attempt == live.attempt();
            case Training.Intended _ -> job instanceof Effect.Submit(var attempt) && attempt == live.attempt();
            case Training.Unknown _ -> job instanceof Effect.Settle(var attempt) && attempt == live.attempt();
            case Training.AtProvider _ -> job instanceof Effect.Poll(var attempt) && attempt == live.attempt();
        };
    }

    /** Once it was looked at after its time was up, it has ended or is being stopped. */
    void punctual(Training training) {
        unless(!(training instanceof Live live) || world.database.now.isBefore(live.plan().deadline())
                || live instanceof Training.Committed committed && committed.stop().isPresent(), CONSERVATION,
                () -> training + " goes on although its time is up");
    }

    private void oneLive() {
        int live = 0;
        for (Row row : world.database.rows) {
            live += row.epoch == world.database.epoch && row.training instanceof Live ? 1 : 0;
        }
        unless(live <= 1, ONE_LIVE, () -> "more than one live training");
    }

    private void oneEffect(Step step) {
        for (Object event : step.handled) {
            unless(handled.add(event), ONE_EFFECT, () -> event + " was handled twice");
        }
        for (Change change : step.changes) {
            int ends = change.row().training instanceof Ended ? 1 : 0;
            unless(change.row().ends == ends, ONE_EFFECT,
                    () -> "the end was announced " + change.row().ends + " times");
            unless(change.row().starts <= 1, ONE_EFFECT, () -> "the start was announced twice");
        }
    }

    private static void forward(Change change) {
        unless(rank(change.after()) >= rank(change.before()), FORWARD,
                () -> change.before() + " went back to " + change.after());
        if (change.before() instanceof Ended before) {
            boolean same = change.after() instanceof Ended after && after.outcome().equals(before.outcome())
                    && after.at().equals(before.at()) && after.attempt() == before.attempt()
                    && (before.settlement() instanceof Settlement.Open || after.equals(before));
            unless(same, FORWARD, () -> before + " did not stay but became " + change.after());
        }
        if (change.before() instanceof Running before && change.after() instanceof Running after) {
            unless(after.progress().steps().done() >= before.progress().steps().done(), FORWARD,
                    () -> "steps went back");
        }
    }

    private static int rank(Training training) {
        int attempt = training instanceof Live live ? live.attempt() : 0;
        return attempt * 10 + switch (training) {
            case Training.Unheard _ -> 0;
            case Training.Requested _ -> 1;
            case Training.Packaging _ -> 2;
            case Training.Intended _ -> 3;
            case Training.Unknown _ -> 4;
            case Training.Submitted _ -> 5;
            case Running _ -> 6;
            case Ended _ -> 1_000;
        };
    }

    private void freshStart(Change change) {
        unless(change.row().epoch == world.database.epoch, FRESH_START,
                () -> "epoch " + change.row().epoch + " wrote " + change.after() + " in epoch " + world.database.epoch);
    }

    /** Whatever costs money at the provider, this service still knows of. */
    private void nothingRunsForgotten() {
        for (Remote remote : world.provider.remotes) {
            unless(!remote.paid || remote.ended() || world.database.find(remote.training, remote.epoch).isPresent(),
                    FRESH_START, () -> remote.id + " runs on and is forgotten");
        }
    }

    private void money(Step step) {
        for (Step.Booking booking : step.bookings) {
            Account account = booking.account();
            unless(!booking.again(), MONEY, () -> booking.entry() + " twice for attempt " + account.attempt);
            unless(account.held() >= 0, MONEY, () -> "more was taken than set aside");
            boolean more = booking.entry() == Entry.RESERVE && account.attempt == 1;
            unless(!more || world.database.spent(account.day) <= world.shell.cap, MONEY, () -> "the cap was exceeded");
        }
        for (Change change : step.changes) {
            if (change.after() instanceof Intended calling && calling.calling()) {
                unless(held(change.row(), calling.attempt()) > 0, MONEY, () -> "a call without money set aside");
            }
            if (change.row().training instanceof Ended ended) {
                boolean open = ended.settlement() instanceof Settlement.Open;
                unless(open == held(change.row(), ended.attempt()) > 0, MONEY, () -> "held after the end of " + ended);
            }
        }
    }

    private long held(Row row, int attempt) {
        for (Account account : world.database.accounts) {
            if (account.attempt == attempt && account.training.equals(row.plan.id())) {
                return account.held();
            }
        }
        return 0;
    }

    /** Once everything has healed. */
    void conserved() {
        SimulatedDatabase database = world.database;
        unless(database.work.stream().allMatch(item -> item.done), CONSERVATION, () -> "work is left");
        for (Row row : database.rows) {
            unless(row.training instanceof Ended, CONSERVATION, () -> row.training + " does not end");
            unless(row.epoch == database.epoch, FRESH_START, () -> "a row of epoch " + row.epoch);
        }
        for (Remote remote : world.provider.remotes) {
            unless(remote.ended(), remote.epoch < database.epoch ? FRESH_START : CONSERVATION,
                    () -> remote.id + " runs on at the provider");
        }
        for (String zip : world.provider.zips) {
            unless(false, zip.startsWith(database.epoch + "/") ? CONSERVATION : FRESH_START, () -> zip + " is left");
        }
        for (Account account : database.accounts) {
            unless(account.held() == 0, MONEY, () -> "attempt " + account.attempt + " still holds " + account.held());
        }
    }
}
