package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Fate;
import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.life.TrainingState;
import dev.likeness.sandbox.running.Chores;
import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.Disk;
import dev.likeness.sandbox.state.Trainings;
import dev.likeness.sandbox.webhooks.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Moves trainings on: has the ZIP read when they start, tells about them, clears up behind those
 * without a version.
 */
@Component
class TrainingRuns implements Ticking {

    private static final Duration BETWEEN_LOGS = Duration.ofMillis(500);

    private final Trainings trainings;
    private final ReadTrainingZip readTrainingZip;
    private final Webhooks webhooks;
    private final Chores chores;
    private final PublicUrls urls;
    private final Clock clock;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    TrainingRuns(Trainings trainings, ReadTrainingZip readTrainingZip, Webhooks webhooks, Chores chores,
            PublicUrls urls, Clock clock) {
        this.trainings = trainings;
        this.readTrainingZip = readTrainingZip;
        this.webhooks = webhooks;
        this.chores = chores;
        this.urls = urls;
        this.clock = clock;
    }

    private record Told(int logs, Instant at) {}

    @Override
    public void tick() {
        for (Training training : trainings.all()) {
            if (!training.settled()) {
                move(training, clock.instant());
            }
        }
    }

    private void move(Training training, Instant now) {
        TrainingState state = TrainingLife.at(training, now);
        if (state.status().isTerminal()) {
            chores.start("end of " + training.id(), () -> end(training, state));
        } else if (state.status() == Status.PROCESSING) {
            tell(training, state, now);
        } else if (!training.accepted().at().plus(TrainingLife.QUEUE).isAfter(now)) {
            chores.start("reading for " + training.id(), () -> readTrainingZip.handle(training.id()));
        }
    }

    private void tell(Training training, TrainingState state, Instant now) {
        Told last = told.get(training.id());
        if (training.accepted().hook() == null || training.fate() == Fate.SILENT
                || last != null && (last.at.plus(BETWEEN_LOGS).isAfter(now) || last.logs == state.logs().length())) {
            return;
        }
        told.put(training.id(), new Told(state.logs().length(), now));
        Map<String, Object> body = body(training, state);
        chores.start("webhook of " + training.id(), () -> {
            if (last == null) {
                webhooks.tell(training.accepted(), "start", body);
            }
            webhooks.tell(training.accepted(), "logs", body);
        });
    }

    private void end(Training training, TrainingState state) throws InterruptedException {
        if (trainings.find(training.id()).orElseThrow().settled()) {
            return;
        }
        if (state.status() != Status.SUCCEEDED) {
            Disk.delete(trainings.photosOf(training.newVersion()));
        }
        if (training.fate() != Fate.SILENT) {
            Instant completed = state.completedAt();
            webhooks.tellEnd(training.accepted(), completed == null ? clock.instant() : completed,
                    body(training, state));
        }
        trainings.change(training.id(), Training::settledNow);
        told.remove(training.id());
    }

    private Map<String, Object> body(Training training, TrainingState state) {
        Map<String, Object> body = TrainingView.full(training, state, false, urls.base(training.accepted().base()));
        if (training.accepted().hook() instanceof Hook hook) {
            body.put("webhook", hook.url());
            body.put("webhook_events_filter", hook.events());
        }
        return body;
    }
}
