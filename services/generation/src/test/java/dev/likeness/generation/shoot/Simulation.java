package dev.likeness.generation.shoot;

import static dev.likeness.generation.shoot.ShootFixtures.GRACE;
import static dev.likeness.generation.shoot.ShootFixtures.NOON;
import static dev.likeness.generation.shoot.ShootFixtures.TERMS;
import static dev.likeness.generation.shoot.ShootFixtures.frames;
import static dev.likeness.generation.shoot.ShootFixtures.portraits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A provider that takes money, and a worker that crashes: what is accepted may answer or not, shows
 * in the list at once or only shortly before the grace is over, and a run may end anywhere.
 */
final class Simulation {

    private record Prediction(int take, long seed, Instant visibleFrom) {}

    private final List<Prediction> ledger = new ArrayList<>();
    private Instant now = NOON;
    private long seeds;
    Shoot shoot;
    int announcements;

    Simulation(Shoot shoot) {
        this.shoot = shoot;
    }

    long paid(int take) {
        return ledger.stream().filter(prediction -> prediction.take() == take).count();
    }

    /** One run of the worker for one take, as far as luck lets it. */
    void step(int luck) {
        now = now.plusSeconds(luck % 17);
        if (luck % 97 == 96) {
            move(new Input.Canceled());
        }
        step(luck % shoot.takes().size(), luck / 3 % 10);
    }

    private void step(int take, int choice) {
        switch (shoot.take(take).orElseThrow()) {
            case Take.Planned _ -> send(take, choice);
            case Take.Intended _ -> move(new Input.AnswerLost(take));
            case Take.Unsettled unsettled -> search(take, unsettled.attempt(), choice);
            case Take.Submitted _ -> move(choice < 7
                    ? new Input.Exposed(take, frames(choice % 5))
                    : new Input.Broken(take, FailureReason.PROVIDER_FAILED));
            case Take.Copying copying -> copy(copying, choice);
            case Take.Delivered _,Take.Missed _ -> move(new Input.Attempted(take, ++seeds));
        }
    }

    /** The faults are over: everything answers until all has ended. */
    void settleDown() {
        for (int i = 0; i < 100 && !(shoot instanceof Shoot.Closed); i++) {
            now = now.plus(GRACE);
            step(i % shoot.takes().size(), 0);
        }
    }

    private void send(int take, int choice) {
        long seed = ++seeds;
        move(new Input.Attempted(take, seed));
        boolean accepted = choice < 6;
        if (accepted) {
            ledger.add(new Prediction(take, seed, now.plusSeconds(choice * 4L)));
        }
        switch (choice) {
            case 0, 1 -> move(new Input.Accepted(take, id(seed)));
            case 2, 3, 6 -> move(new Input.AnswerLost(take));
            case 7 -> move(new Input.Postponed(take));
            case 8 -> move(new Input.Refused(take, FailureReason.PROVIDER_REFUSED));
            // The worker is gone before it could store an answer.
            default -> {
            }
        }
    }

    private void search(int take, Attempt attempt, int choice) {
        boolean complete = choice < 8;
        Optional<String> match = ledger.stream()
                .filter(each -> each.seed() == attempt.seed())
                .filter(each -> !each.visibleFrom().isAfter(now))
                .map(each -> id(each.seed()))
                .findFirst();
        move(new Input.Searched(take, complete, complete ? match : Optional.empty()));
    }

    private void copy(Take.Copying copying, int choice) {
        if (choice < 5) {
            List<Portrait> portraits = portraits(copying.frames());
            move(new Input.Copied(copying.index(),
                    choice == 0 ? portraits.stream().map(ShootFixtures::heldBack).toList() : portraits,
                    Optional.empty()));
        } else if (choice < 7) {
            move(new Input.Copied(copying.index(), List.of(), Optional.of(FailureReason.OUTPUTS_GONE)));
        }
    }

    private void move(Input input) {
        Decision decision = ShootRules.decide(shoot, input, TERMS, now);
        shoot = decision.next();
        announcements += (int) decision.effects()
                .stream()
                .filter(effect -> !(effect instanceof Decision.Effect.BeginTake))
                .count();
    }

    private static String id(long seed) {
        return "p" + seed;
    }
}
