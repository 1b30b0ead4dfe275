package dev.likeness.training.run;

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

    static final class Remote {
        final String id;
        final String zip;
        final Instant listedFrom;
        Observation state = new Observation.Starting();
        boolean paid;

        Remote(String id, String zip, Instant listedFrom) {
            this.id = id;
            this.zip = zip;
            this.listedFrom = listedFrom;
        }

        boolean ended() {
            return !(state instanceof Observation.Starting || state instanceof Observation.Processing);
        }
    }

    final Set<String> zips = new HashSet<>();
    final List<Remote> trainings = new ArrayList<>();

    /** @param listedFrom when its list shows it; later than accepting it */
    String accept(String zip, Instant listedFrom) {
        var remote = new Remote("remote-" + trainings.size(), zip, listedFrom);
        trainings.add(remote);
        return remote.id;
    }

    Optional<String> find(String zip, Instant now) {
        return trainings.stream()
                .filter(remote -> remote.zip.equals(zip) && !remote.listedFrom.isAfter(now))
                .map(remote -> remote.id)
                .findFirst();
    }

    Observation look(String id) {
        return get(id).state;
    }

    void cancel(String id) {
        if (!get(id).ended()) {
            get(id).state = new Observation.Canceled();
        }
    }

    void move(Remote remote, int dice) {
        if (remote.state instanceof Observation.Starting) {
            remote.paid = zips.contains(remote.zip);
            remote.state = remote.paid
                    ? new Observation.Processing(Steps.NONE)
                    : new Observation.Failed(FailureReason.BAD_PHOTOS);
        } else if (remote.state instanceof Observation.Processing(var steps)) {
            remote.state = steps.done() < 1200
                    ? new Observation.Processing(new Steps(steps.done() + 400, 1200))
                    : end(dice);
        }
    }

    long paid() {
        return trainings.stream().filter(remote -> remote.paid).count();
    }

    private static Observation end(int dice) {
        return switch (dice % 8) {
            case 0 -> new Observation.Failed(FailureReason.PROVIDER_FAILED);
            case 1 -> new Observation.Canceled();
            case 2 -> new Observation.Aborted();
            default -> new Observation.Succeeded("likeness/portraits:ab", Duration.ofMinutes(20));
        };
    }

    private Remote get(String id) {
        return trainings.stream().filter(remote -> remote.id.equals(id)).findFirst().orElseThrow();
    }
}
