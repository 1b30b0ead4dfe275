package dev.likeness.training.schedules;

import java.util.Set;

/** One random schedule of a seed. */
final class Schedule {

    static final Rules REAL = Simulation.REAL::decide;
    private static final int MOST_STEPS = 220;

    private Schedule() {}

    /** Fails with a {@link Violation}. */
    static Simulation run(long seed, Rules rules, Set<Flaw> flaws) {
        var world = new Simulation(seed, rules, flaws);
        play(world);
        return world;
    }

    private static void play(Simulation world) {
        int steps = 20 + world.dice.roll(MOST_STEPS - 20);
        for (int step = 0; step < steps; step++) {
            world.step();
        }
        world.heal();
    }

    /** Each step of a schedule in a line, the last one being what it breaks if it breaks anything. */
    static String trace(long seed, Rules rules, Set<Flaw> flaws) {
        var world = new Simulation(seed, rules, flaws);
        world.tracing = true;
        try {
            play(world);
            world.trace.add("no invariant is broken");
        } catch (Violation violation) {
            world.trace.add(String.valueOf(violation.getMessage()));
        }
        return String.join("\n", world.trace);
    }
}
