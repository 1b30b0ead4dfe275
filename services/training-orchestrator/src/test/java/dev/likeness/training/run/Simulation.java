package dev.likeness.training.run;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Training.Ended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The service around the rules, step by step: jobs that crash between any two steps and are run
 * again, workers thought dead that go on, calls that reach the provider late, inputs repeated. Only
 * the seed decides.
 */
final class Simulation {

    /**
     * One run of a job: what is left to do. A commit counts only while no other run has taken the job.
     */
    final class Run {
        final Effect job;
        final Deque<Runnable> steps = new ArrayDeque<>();

        Run(Effect job) {
            this.job = job;
        }

        boolean owns() {
            return owners.get(jobs.indexOf(job)) == this;
        }

        void then(Runnable step) {
            steps.addLast(step);
        }

        void commit(Input input) {
            if (owns()) {
                apply(input);
            }
        }

        void done() {
            if (owns()) {
                done.set(jobs.indexOf(job), true);
            }
        }
    }

    final Random random;
    final SimulatedProvider provider = new SimulatedProvider();
    final TrainingRules rules;
    final List<Effect> jobs = new ArrayList<>();
    final List<Run> owners = new ArrayList<>();
    final List<Boolean> done = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final List<Runnable> underWay = new ArrayList<>();
    final List<Input> history = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    Training training = new Training.Unheard(TrainingFixtures.ID);
    Instant now = NOON;
    boolean faults = true;
    int zipNumber;

    Simulation(long seed, TrainingRules rules) {
        this.random = new Random(seed);
        this.rules = rules;
    }

    void apply(Input input) {
        Training before = training;
        Decision decision = rules.decide(before, input, now);
        training = decision.next();
        history.add(input);
        effects.addAll(decision.effects());
        if (before instanceof Ended) {
            assertThat(training).isSameAs(before);
        }
        assertThat(Rank.of(training)).isGreaterThanOrEqualTo(Rank.of(before));
        decision.effects().stream().filter(effect -> !jobs.contains(effect)).forEach(this::queue);
    }

    private void queue(Effect effect) {
        boolean work = !(effect instanceof Effect.AnnounceEnd || effect instanceof Effect.AnnounceStart
                || effect instanceof Effect.AnnounceProgress);
        if (work) {
            jobs.add(effect);
            owners.add(new Run(effect));
            done.add(false);
        }
    }

    void step() {
        now = now.plus(Duration.ofSeconds(random.nextInt(30)));
        int dice = random.nextInt(faults ? 200 : 160);
        if (dice < 50) {
            claim();
        } else if (dice < 140) {
            advance();
        } else if (dice < 160) {
            provider.trainings.forEach(remote -> provider.move(remote, random.nextInt(64)));
        } else {
            disturb(dice - 160);
        }
        assertThat(provider.paid()).as("paid trainings").isLessThanOrEqualTo(1);
    }

    private void disturb(int dice) {
        switch (dice) {
            case 0 -> maybe(() -> apply(new Input.Cancel()));
            case 1 -> maybe(() -> now = now.plus(Duration.ofMinutes(random.nextInt(120))));
            case 2, 3, 4 -> apply(new Input.Request(TrainingFixtures.plan(), false));
            case 5, 6, 7, 8, 9, 10, 11, 12 -> repeatSomething();
            case 13, 14, 15, 16, 17, 18, 19, 20 -> crash();
            default -> arrive();
        }
    }

    /** Everything heals: calls under way arrive, jobs are done one after the other. */
    void heal() {
        faults = false;
        apply(new Input.Request(TrainingFixtures.plan(), false));
        underWay.forEach(Runnable::run);
        underWay.clear();
        runs.clear();
        for (int i = 0; i < 3_000 && !quiet(); i++) {
            step();
        }
    }

    boolean quiet() {
        return training instanceof Ended && provider.trainings.stream().allMatch(SimulatedProvider.Remote::ended)
                && !done.contains(false);
    }

    private void claim() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (!done.get(i)) {
                open.add(i);
            }
        }
        if (!open.isEmpty()) {
            int index = open.get(random.nextInt(open.size()));
            // A claim while another run is alive is a lease that ran out: the other one does not know.
            if (faults || !runs.contains(owners.get(index))) {
                var run = new Run(jobs.get(index));
                owners.set(index, run);
                runs.add(run);
                SimulatedWork.prepare(this, run);
            }
        }
    }

    private void advance() {
        if (!runs.isEmpty()) {
            Run run = runs.get(random.nextInt(runs.size()));
            Runnable step = run.steps.pollFirst();
            if (step == null) {
                runs.remove(run);
            } else {
                step.run();
            }
        }
    }

    private void crash() {
        if (!runs.isEmpty()) {
            runs.remove(random.nextInt(runs.size()));
        }
    }

    private void arrive() {
        if (!underWay.isEmpty()) {
            underWay.remove(random.nextInt(underWay.size())).run();
        }
    }

    private void repeatSomething() {
        List<Input> repeatable = history.stream().filter(input -> !(input instanceof Input.Pack)).toList();
        if (!repeatable.isEmpty()) {
            apply(repeatable.get(random.nextInt(repeatable.size())));
        }
    }

    private void maybe(Runnable action) {
        if (random.nextInt(4) == 0) {
            action.run();
        }
    }
}
