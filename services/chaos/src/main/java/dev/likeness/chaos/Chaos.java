package dev.likeness.chaos;

import dev.likeness.chaos.faults.Schedule;
import dev.likeness.chaos.parts.Stand;
import dev.likeness.chaos.verdict.Evidence;
import dev.likeness.chaos.verdict.Judge;
import dev.likeness.chaos.verdict.Request;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.logging.LogManager;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One run: strikes, an outage, healing, rest, and the verdict. */
final class Chaos {

    /**
     * After healing; a ZIP that a frozen worker wrote late is deleted two minutes after its training
     * ended.
     */
    private static final Duration REST = Duration.ofMinutes(4);

    private final ChaosSettings settings;
    private final PrintStream out;

    Chaos(ChaosSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    Report run() {
        // It says each schema it reads, over the logging of the JDK, which goes nowhere else than to the screen.
        LogManager.getLogManager().reset();
        Journal journal = new Journal(out);
        journal.say("chaos: seed " + settings.seed() + ", " + settings.jobs() + " jobs, " + settings.rounds()
                + " round(s), commit " + Commit.current() + "; to repeat: " + settings.command());
        try (Stand stand = new Stand(settings.directory(), settings.training()); Load load = new Load(stand)) {
            journal.say("broker, database, store, registry and sandbox are up");
            var observer = new Observer(stand, load);
            var conductor = new Conductor(stand, load, journal);
            conductor.play(Schedule.of(settings.seed(), settings.rounds(), settings.jobs()));
            conductor.heal();
            var outage = new Outage(stand, load, observer, journal).happen(settings.outage());
            List<Request> requests = load.acknowledged();
            Duration rest = rest(observer, requests, journal);
            Evidence evidence = observer.evidence(requests);
            return new Report(settings, journal.counts(), observer.struck(), evidence, Judge.checks(evidence), outage,
                    observer.tables().settling(), observer.tables().againAfterVoid(), rest, journal.lasted());
        }
    }

    private static Duration rest(Observer observer, List<Request> requests, Journal journal) {
        long begin = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(REST)
                    .pollInterval(Duration.ofMillis(500))
                    .pollInSameThread()
                    .until(() -> observer.isAtRest(requests));
        } catch (ConditionTimeoutException never) {
            journal.say("no rest after " + REST.toSeconds() + " s");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        journal.say("at rest " + took.toSeconds() + " s after healing");
        return took;
    }
}
