package dev.likeness.training.run;

import dev.likeness.training.run.Input.Accepted;
import dev.likeness.training.run.Input.AnswerLost;
import dev.likeness.training.run.Input.NotAccepted;
import dev.likeness.training.run.Input.Refused;
import dev.likeness.training.run.Simulation.Run;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Intended;
import dev.likeness.training.run.Training.Unknown;
import java.time.Instant;
import java.util.Optional;

/** What the workers do, each step one that a crash can come after. */
final class SimulatedWork {

    private SimulatedWork() {}

    static void prepare(Simulation world, Run run) {
        switch (run.job) {
            case Effect.PackPhotos(var attempt) -> pack(world, run, attempt);
            case Effect.Submit(var attempt) -> run.then(() -> submit(world, run, attempt));
            case Effect.Settle(var attempt) -> run.then(() -> settle(world, run, attempt));
            case Effect.Poll _ -> run.then(() -> poll(world, run));
            case Effect.CancelAtProvider(var id) -> run.then(() -> {
                world.provider.cancel(id);
                run.done();
            });
            case Effect.CleanUp() -> run.then(() -> {
                world.provider.zips.clear();
                run.done();
            });
            case Effect.WatchDeadline() -> run.then(() -> {
                run.commit(new Input.Deadline());
                if (world.training instanceof Ended) {
                    run.done();
                }
            });
            case Effect.AnnounceStart _,Effect.AnnounceProgress _,Effect.AnnounceEnd _ -> run.done();
        }
    }

    private static void pack(Simulation world, Run run, int attempt) {
        String zip = "zip-" + world.zipNumber++;
        run.then(() -> run.commit(new Input.Pack(attempt, zip)));
        run.then(() -> world.provider.zips.add(zip));
        run.then(() -> {
            run.commit(new Input.Packed(attempt, zip));
            run.done();
        });
    }

    private static void submit(Simulation world, Run run, int attempt) {
        if (!(world.training instanceof Intended intended) || intended.attempt() != attempt) {
            run.done();
        } else if (intended.calling()) {
            run.commit(new AnswerLost(attempt));
            run.done();
        } else if (run.owns()) {
            run.commit(new Input.Call(attempt));
            String zip = intended.ready().zip();
            run.then(() -> call(world, run, attempt, intended.calls() + 1, zip));
        }
    }

    private static void call(Simulation world, Run run, int attempt, int number, String zip) {
        switch (world.faults ? world.random.nextInt(9) : 0) {
            case 1 -> {
                var _ = accept(world, zip);
                answer(run, new AnswerLost(attempt));
            }
            case 2 -> answer(run, new AnswerLost(attempt));
            case 3 -> {
                world.underWay.add(() -> {
                    var _ = accept(world, zip);
                });
                answer(run, new AnswerLost(attempt));
            }
            case 4, 5 -> run.then(() -> run.commit(new NotAccepted(attempt, number)));
            case 6 -> answer(run, new Refused(attempt, FailureReason.PROVIDER_REFUSED));
            default -> {
                String id = accept(world, zip);
                answer(run, new Accepted(attempt, id));
            }
        }
    }

    private static void answer(Run run, Input input) {
        run.then(() -> {
            run.commit(input);
            run.done();
        });
    }

    /** Shown in the list a little later than accepted, as in any list that is read from a replica. */
    private static String accept(Simulation world, String zip) {
        return world.provider.accept(zip, world.now.plusSeconds(world.random.nextInt(50)));
    }

    private static void settle(Simulation world, Run run, int attempt) {
        String zip = "zip-" + zipOf(world, attempt);
        Instant listedAt = world.now;
        boolean complete = !world.faults || world.random.nextInt(3) > 0;
        var found = complete ? world.provider.find(zip, listedAt) : Optional.<String>empty();
        if (found.isPresent()) {
            answer(run, new Accepted(attempt, found.get()));
        } else if (world.training instanceof Unknown unknown && unknown.attempt() == attempt) {
            run.then(() -> run.commit(new Input.NotListed(attempt, listedAt, complete)));
            if (unknown.zipGoneAt().isEmpty()) {
                run.then(() -> world.provider.zips.remove(zip));
                run.then(() -> run.commit(new Input.ZipGone(attempt)));
            }
        } else if (!world.provider.zips.remove(zip) && complete) {
            run.done();
        }
    }

    /** As the row of the attempt keeps it, also when the training has moved on. */
    private static String zipOf(Simulation world, int attempt) {
        return world.history.stream()
                .filter(Input.Packed.class::isInstance)
                .map(Input.Packed.class::cast)
                .filter(packed -> packed.attempt() == attempt)
                .map(Input.Packed::zip)
                .map(zip -> zip.substring(4))
                .findFirst()
                .orElse("none");
    }

    private static void poll(Simulation world, Run run) {
        if (world.training instanceof Training.AtProvider accepted) {
            Observation seen = world.provider.look(accepted.providerId());
            run.then(() -> run.commit(new Input.Observed(accepted.providerId(), seen)));
        } else {
            run.done();
        }
    }
}
