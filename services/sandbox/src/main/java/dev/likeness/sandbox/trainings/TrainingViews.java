package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Fate;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.life.TrainingState;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * One training, shown or canceled: also by the prediction's addresses that the answer to its
 * creation gives.
 */
@Component
public class TrainingViews {

    private final Trainings trainings;
    private final PublicUrls urls;
    private final SandboxProperties properties;
    private final Clock clock;

    TrainingViews(Trainings trainings, PublicUrls urls, SandboxProperties properties, Clock clock) {
        this.trainings = trainings;
        this.urls = urls;
        this.properties = properties;
        this.clock = clock;
    }

    public Optional<Map<String, Object>> find(String id, ServerHttpRequest http) {
        return trainings.find(id).map(training -> {
            TrainingState state = state(training);
            return TrainingView.full(training, state, removed(training, state), urls.base(http));
        });
    }

    /** As it is afterwards; one that has ended stays as it is. */
    public Optional<Map<String, Object>> cancel(String id, ServerHttpRequest http) {
        return trainings
                .update(id, each -> state(each).status().isTerminal() ? each : each.canceled(clock.instant()))
                .flatMap(_ -> find(id, http));
    }

    /** @param bare without its data, whatever its age */
    Map<String, Object> listed(Training training, boolean bare, String base) {
        TrainingState state = state(training);
        return TrainingView.listed(training, state, bare || removed(training, state), base);
    }

    /** Whether its time of being shown is over. */
    boolean removed(Training training, TrainingState state) {
        Instant completed = state.completedAt();
        Duration kept = properties.trainingRetention();
        return completed != null && (training.fate() == Fate.DATA_REMOVED
                || kept != null && !completed.plus(kept).isAfter(clock.instant()));
    }

    TrainingState state(Training training) {
        return TrainingLife.at(training, clock.instant());
    }
}
