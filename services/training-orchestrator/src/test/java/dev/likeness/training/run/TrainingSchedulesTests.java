package dev.likeness.training.run;

import static dev.likeness.training.run.TrainingFixtures.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Training.Ended;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Inputs lost, repeated, late and in any order, crashes after every step: a failure prints the seed
 * that replays it.
 */
class TrainingSchedulesTests {

    @Property(tries = 30_000)
    void oneTrainingIsPaidForOnceAndEndsOnce(@ForAll long seed) {
        var world = new Simulation(seed, new TrainingRules(TERMS));
        for (int step = 0; step < 250; step++) {
            world.step();
        }
        world.heal();
        assertThat(world.training).isInstanceOf(Ended.class);
        assertThat(world.quiet()).as("nothing is left to do, at the provider neither").isTrue();
        assertThat(world.effects).filteredOn(Effect.AnnounceEnd.class::isInstance).hasSize(1);
        assertThat(world.effects).filteredOn(Effect.AnnounceStart.class::isInstance).hasSizeLessThanOrEqualTo(1);
    }
}
