package dev.likeness.training.schedules;

import dev.likeness.training.run.Input;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Unknown;
import dev.likeness.training.schedules.SimulatedDatabase.Attempt;
import java.time.Instant;
import java.util.Optional;

/** Looking for an attempt among the provider's trainings. */
final class Settling {

    private static final int KEEP_ZIP = 45;
    private static final int AFTER_END = 3_600;

    private final Simulation world;
    private final SimulatedWork work;

    Settling(Simulation world, SimulatedWork work) {
        this.world = world;
        this.work = work;
    }

    void look(Run run, int number) {
        Optional<Training> training = world.read(run);
        if (training.isEmpty() || !concerns(training.get(), number)) {
            work.finish(run);
            return;
        }
        Attempt attempt = world.row(run).attempt(number);
        if (attempt.settled()) {
            work.finish(run);
        } else if (world.unreachable) {
            work.again(run, 10);
        } else {
            list(run, number, attempt);
        }
    }

    private void list(Run run, int number, Attempt attempt) {
        Instant listedAt = world.database.now;
        boolean complete = !world.fault(3);
        Optional<String> found = complete ? world.provider.find(attempt.zip, listedAt) : Optional.empty();
        if (found.isPresent()) {
            work.answer(run, new Input.Accepted(number, found.get()));
        } else {
            run.then(() -> notListed(run, new Input.NotListed(number, listedAt, complete), attempt));
        }
    }

    private static boolean concerns(Training training, int attempt) {
        return training instanceof Unknown unknown && unknown.attempt() == attempt
                || training instanceof Ended ended && ended.attempt() == attempt;
    }

    private void notListed(Run run, Input.NotListed listing, Attempt attempt) {
        Optional<Training> next = work.commit(run, listing);
        if (next.isEmpty() || !concerns(next.get(), listing.attempt())) {
            work.finish(run);
        } else if (zipIsDue(next.get(), listing.listedAt())) {
            run.then(() -> {
                world.provider.zips.remove(attempt.zip);
                run.then(() -> {
                    var _ = work.commit(run, new Input.ZipGone(listing.attempt()));
                    work.again(run, 10);
                });
            });
        } else if (goesOn(next.get(), listing.listedAt())) {
            work.again(run, 10);
        } else {
            work.finish(run);
        }
    }

    private static boolean zipIsDue(Training training, Instant listedAt) {
        return training instanceof Unknown unknown && unknown.zipGoneAt().isEmpty()
                && !listedAt.isBefore(unknown.intendedAt().plusSeconds(KEEP_ZIP))
                || training instanceof Ended ended && ended.settlement() instanceof Settlement.Open(var goneAt)
                        && goneAt.isEmpty();
    }

    private static boolean goesOn(Training training, Instant listedAt) {
        return !(training instanceof Ended ended) || ended.settlement() instanceof Settlement.Open
                || listedAt.isBefore(ended.at().plusSeconds(AFTER_END));
    }
}
