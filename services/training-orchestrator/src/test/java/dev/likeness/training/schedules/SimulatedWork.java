package dev.likeness.training.schedules;

import dev.likeness.training.run.Effect;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Input.Accepted;
import dev.likeness.training.run.Input.AnswerLost;
import dev.likeness.training.run.Input.NotAccepted;
import dev.likeness.training.run.Input.Refused;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Intended;
import dev.likeness.training.run.Training.Packaging;
import dev.likeness.training.schedules.SimulatedDatabase.Purge;
import dev.likeness.training.schedules.SimulatedDatabase.Row;
import java.time.Instant;
import java.util.Optional;

/** What the workers do, as the handlers do it: each step one that a crash can come after. */
final class SimulatedWork {

    private static final int LATE_WRITES = 120;

    private final Simulation world;
    private final SimulatedProvider provider;
    private final Settling settling;
    private final Purging purging;
    private int zipNumber;

    SimulatedWork(Simulation world) {
        this.world = world;
        this.provider = world.provider;
        this.settling = new Settling(world, this);
        this.purging = new Purging(world, this);
    }

    void begin(Run run) {
        switch (run.item.job) {
            case Effect.PackPhotos(var attempt) -> pack(run, attempt);
            case Effect.Submit(var attempt) -> run.then(() -> submit(run, attempt));
            case Effect.Settle(var attempt) -> run.then(() -> settling.look(run, attempt));
            case Effect.Poll(var attempt) -> run.then(() -> poll(run, attempt));
            case Effect.CancelAtProvider(var id) -> run.then(() -> cancel(run, id));
            case Effect.CleanUp() -> run.then(() -> cleanUp(run));
            case Effect.WatchDeadline() -> run.then(() -> deadline(run));
            case Purge purge -> run.then(() -> purging.begin(run, purge));
            default -> throw new IllegalArgumentException(run.item.job.toString());
        }
    }

    /** Empty where the commit did not happen. */
    Optional<Training> commit(Run run, Input input) {
        return holds(run)
                ? Optional.of(world.apply(run.item.training, run.item.epoch, input, run.item.maySpend))
                : Optional.empty();
    }

    boolean holds(Run run) {
        run.over = !run.item.outlives && run.item.epoch != world.database.epoch
                && !world.shell.flawed(Flaw.COMMITS_IN_ANY_EPOCH);
        return !run.over && (run.fence == run.item.fence && !run.item.done || world.shell.flawed(Flaw.NO_FENCE));
    }

    /** A statement of its own, under the same lease. */
    void finish(Run run) {
        run.then(() -> {
            if (run.fence == run.item.fence) {
                run.item.done = true;
            }
        });
    }

    void again(Run run, long seconds) {
        run.then(() -> {
            if (run.fence == run.item.fence) {
                run.item.leasedUntil = Instant.EPOCH;
                run.item.dueAt = world.database.now.plusSeconds(seconds);
            }
        });
    }

    private void pack(Run run, int attempt) {
        String zip = run.item.epoch + "/" + zipNumber++;
        run.then(() -> {
            boolean packing = commit(run, new Input.Pack(attempt, zip)).filter(Packaging.class::isInstance)
                    .map(Packaging.class::cast)
                    .filter(packaging -> packaging.zip().equals(zip))
                    .isPresent();
            if (packing) {
                Instant begun = world.database.now;
                run.then(() -> write(run, attempt, zip, begun));
            } else {
                finish(run);
            }
        });
    }

    private void write(Run run, int attempt, String zip, Instant begun) {
        if (!world.database.now.isBefore(begun.plusSeconds(LATE_WRITES))) {
            return;
        }
        provider.zips.add(zip);
        run.then(() -> {
            boolean kept = commit(run, new Input.Packed(attempt, zip)).filter(Intended.class::isInstance).isPresent();
            if (kept) {
                finish(run);
            } else {
                run.then(() -> {
                    provider.zips.remove(zip);
                    finish(run);
                });
            }
        });
    }

    private Optional<Intended> intended(Run run, int attempt) {
        return world.read(run)
                .filter(Intended.class::isInstance)
                .map(Intended.class::cast)
                .filter(intended -> intended.attempt() == attempt);
    }

    private void submit(Run run, int attempt) {
        Optional<Intended> intended = intended(run, attempt);
        if (intended.isEmpty()) {
            finish(run);
        } else if (intended.get().calling()) {
            answer(run, new AnswerLost(attempt));
        } else if (!run.item.maySpend && !world.shell.flawed(Flaw.REPLAYS_MAY_SPEND)) {
            answer(run, new Input.GiveUp(attempt, FailureReason.NOT_PERMITTED));
        } else if (world.fault(12)) {
            again(run, 10);
        } else {
            run.then(() -> {
                Optional<Training> next = commit(run, new Input.Call(attempt));
                if (next.isPresent() && next.get() instanceof Intended calling && calling.attempt() == attempt
                        && calling.calling()) {
                    run.then(() -> call(run, calling));
                } else if (next.isPresent() || run.over) {
                    finish(run);
                }
            });
        }
    }

    private void call(Run run, Intended calling) {
        int attempt = calling.attempt();
        String zip = calling.ready().zip();
        world.note(() -> "call " + attempt);
        switch (world.faults ? world.dice.roll(9) : 0) {
            case 1 -> {
                var _ = accept(run, zip);
                answer(run, new AnswerLost(attempt));
            }
            case 2 -> answer(run, new AnswerLost(attempt));
            case 3 -> {
                world.underWay.add(() -> {
                    var _ = accept(run, zip);
                });
                answer(run, new AnswerLost(attempt));
            }
            case 4, 5 -> run.then(() -> {
                var _ = commit(run, new NotAccepted(attempt, calling.calls()));
                again(run, 10);
            });
            case 6 -> answer(run, new Refused(attempt, FailureReason.PROVIDER_OUT_OF_CREDIT));
            default -> accepted(run, attempt, accept(run, zip));
        }
    }

    private void accepted(Run run, int attempt, String id) {
        run.then(() -> {
            var _ = commit(run, new Accepted(attempt, id));
            if (run.over) {
                run.then(() -> provider.cancel(id));
            } else {
                finish(run);
            }
        });
    }

    void answer(Run run, Input input) {
        run.then(() -> {
            Optional<Training> next = commit(run, input);
            boolean mayBeCalledAgain = next.isPresent() && next.get() instanceof Intended intended
                    && !intended.calling();
            if (mayBeCalledAgain) {
                again(run, 10);
            } else {
                finish(run);
            }
        });
    }

    private String accept(Run run, String zip) {
        return provider.accept(zip, run.item.training, run.item.epoch, world.database.now);
    }

    private void poll(Run run, int attempt) {
        Optional<Training> training = world.read(run);
        if (training.isEmpty() || !(training.get() instanceof Training.AtProvider accepted)
                || accepted.attempt() != attempt) {
            finish(run);
        } else if (world.unreachable || world.fault(8)) {
            again(run, 15);
        } else {
            var seen = provider.get(accepted.providerId()).state;
            run.then(() -> {
                Optional<Training> next = commit(run, new Input.Observed(accepted.providerId(), seen));
                if (next.isPresent() && next.get() instanceof Training.AtProvider) {
                    again(run, 15);
                } else {
                    finish(run);
                }
            });
        }
    }

    private void cancel(Run run, String id) {
        if (world.unreachable || world.fault(8)) {
            again(run, 10);
        } else {
            provider.cancel(id);
            finish(run);
        }
    }

    private void cleanUp(Run run) {
        for (Row row : world.database.rows) {
            if (row.plan.id().equals(run.item.training)) {
                row.zips.forEach(provider.zips::remove);
            }
        }
        if (world.database.now.isBefore(run.item.createdAt.plusSeconds(LATE_WRITES))) {
            again(run, LATE_WRITES);
        } else {
            finish(run);
        }
    }

    private void deadline(Run run) {
        Optional<Training> next = commit(run, new Input.Deadline());
        next.ifPresent(world.checkers::punctual);
        if (next.isPresent() && next.get() instanceof Training.Live) {
            again(run, 20);
        } else if (next.isEmpty() || next.get() instanceof Ended || next.get() instanceof Training.Unheard) {
            finish(run);
        }
    }
}
