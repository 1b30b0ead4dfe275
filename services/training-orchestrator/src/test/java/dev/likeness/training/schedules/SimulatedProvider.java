package dev.likeness.training.schedules;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider does with calls: it reads the ZIP some time after it has accepted, and from then
 * on it costs.
 */
final class SimulatedProvider {

    private static final Observation STARTING = new Observation.Starting();

    static final class Remote {
        final String id;
        final String zip;
        final TrainingId training;
        final int epoch;
        final Instant listedFrom;
        final boolean stuck;
        Observation state = STARTING;
        boolean paid;

        Remote(String id, String zip, TrainingId training, int epoch, Instant listedFrom, boolean stuck) {
            this.id = id;
            this.zip = zip;
            this.training = training;
            this.epoch = epoch;
            this.listedFrom = listedFrom;
            this.stuck = stuck;
        }

        boolean ended() {
            return !(state instanceof Observation.Starting || state instanceof Observation.Processing);
        }
    }

    final Set<String> zips = new HashSet<>();
    final List<Remote> remotes = new ArrayList<>();
    private final Dice dice;

    SimulatedProvider(Dice dice) {
        this.dice = dice;
    }

    /** Shown in the list a little later than accepted, as in any list that is read from a replica. */
    String accept(String zip, TrainingId training, int epoch, Instant now) {
        var remote = new Remote("remote-" + remotes.size(), zip, training, epoch, now.plusSeconds(dice.roll(50)),
                dice.roll(12) == 0);
        remotes.add(remote);
        return remote.id;
    }

    Optional<String> find(String zip, Instant now) {
        for (Remote remote : remotes) {
            if (remote.zip.equals(zip) && !remote.listedFrom.isAfter(now)) {
                return Optional.of(remote.id);
            }
        }
        return Optional.empty();
    }

    void cancel(String id) {
        Remote remote = get(id);
        if (!remote.ended()) {
            remote.state = new Observation.Canceled(trained());
        }
    }

    void moveAll() {
        for (Remote remote : remotes) {
            if (!remote.ended()) {
                move(remote);
            }
        }
    }

    private void move(Remote remote) {
        if (remote.state instanceof Observation.Processing(var steps)) {
            if (!remote.stuck || steps.done() == 0) {
                remote.state = steps.done() < 1200
                        ? new Observation.Processing(new Steps(steps.done() + 400, 1200))
                        : end();
            }
        } else if (dice.roll(16) == 0) {
            remote.state = new Observation.Aborted();
        } else {
            remote.paid = zips.contains(remote.zip);
            remote.state = remote.paid
                    ? new Observation.Processing(Steps.NONE)
                    : new Observation.Failed(FailureReason.BAD_PHOTOS, Optional.of(Duration.ZERO));
        }
    }

    private Observation end() {
        return switch (dice.roll(8)) {
            case 0 -> new Observation.Failed(FailureReason.PROVIDER_FAILED, trained());
            case 1 -> new Observation.Gone();
            case 2 -> new Observation.Canceled(trained());
            default -> new Observation.Succeeded("likeness/portraits:ab", Duration.ofMinutes(10 + dice.roll(60)));
        };
    }

    private Optional<Duration> trained() {
        return dice.roll(2) == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(dice.roll(60)));
    }

    Remote get(String id) {
        return remotes.get(Integer.parseInt(id.substring("remote-".length())));
    }
}
