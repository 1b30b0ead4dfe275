package dev.likeness.generation.shoot;

import static dev.likeness.generation.shoot.ShootFixtures.NOON;
import static dev.likeness.generation.shoot.ShootFixtures.TERMS;
import static dev.likeness.generation.shoot.ShootFixtures.frames;
import static dev.likeness.generation.shoot.ShootFixtures.portraits;
import static dev.likeness.generation.shoot.ShootFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.shoot.Decision.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Inputs lost, repeated and in any order: a failure prints the seed that replays it. */
class ShootSchedulesTests {

    @Property(tries = 20_000)
    void aShootEndsOnceWhateverArrives(@ForAll("schedules") List<Input> schedule) {
        Shoot shoot = requested(6);
        List<Effect> announced = new ArrayList<>();
        Instant now = NOON;
        for (Input input : schedule) {
            Shoot before = shoot;
            now = now.plusSeconds(20);
            Decision decision = ShootRules.decide(shoot, input, TERMS, now);
            shoot = decision.next();
            announced.addAll(decision.effects());
            assertThat(shoot.takes()).hasSize(2);
            if (before instanceof Shoot.Closed) {
                assertThat(shoot).isEqualTo(before);
            }
        }
        assertThat(announced).hasSize(shoot instanceof Shoot.Closed ? 1 : 0);
        assertThat(shoot instanceof Shoot.Closed).isEqualTo(shoot.takes().stream().allMatch(Take::ended));
        if (shoot instanceof Shoot.Closed closed) {
            assertThat(closed.failure().isPresent()).isEqualTo(closed.portraits().isEmpty());
        }
    }

    @Property(tries = 20_000)
    void neverPaysTwiceForATake(@ForAll("luck") List<Integer> luck) {
        Simulation simulation = new Simulation(requested(6));
        luck.forEach(simulation::step);
        simulation.settleDown();

        assertThat(simulation.shoot.takes()).hasSizeBetween(2, 3)
                .allSatisfy(take -> assertThat(simulation.paid(take.index())).isLessThanOrEqualTo(1));
        assertThat(simulation.shoot).isInstanceOf(Shoot.Closed.class);
        assertThat(simulation.announcements).isEqualTo(1);
        simulation.shoot.takes().forEach(take -> {
            if (take instanceof Take.Delivered) {
                assertThat(simulation.paid(take.index())).isEqualTo(1);
            }
        });
    }

    @Provide
    Arbitrary<List<Integer>> luck() {
        return Arbitraries.integers().between(0, 999).list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Input>> schedules() {
        return Arbitraries.integers().between(0, 1).flatMap(_ -> input()).list().ofMaxSize(30);
    }

    private static Arbitrary<Input> input() {
        return Arbitraries.integers().between(0, 1).flatMap(take -> {
            var frames = frames(2);
            return Arbitraries.of(List.<Input>of(new Input.Requested(3), new Input.Canceled(),
                    new Input.Attempted(take, 1),
                    new Input.Attempted(take, 2), new Input.Accepted(take, "p" + take), new Input.Postponed(take),
                    new Input.Refused(take, FailureReason.PROVIDER_REFUSED), new Input.AnswerLost(take),
                    new Input.Searched(take, true, Optional.empty()), new Input.Searched(take, false, Optional.empty()),
                    new Input.Searched(take, true, Optional.of("p" + take)), new Input.Exposed(take, frames),
                    new Input.Exposed(take, List.of()), new Input.Broken(take, FailureReason.PROVIDER_FAILED),
                    new Input.Copied(take, portraits(frames), Optional.empty()),
                    new Input.Copied(take, List.of(), Optional.of(FailureReason.OUTPUTS_GONE)),
                    new Input.GivenUp(take)));
        });
    }
}
