package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.life.TrainingState;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
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
    private final Clock clock;

    TrainingViews(Trainings trainings, PublicUrls urls, Clock clock) {
        this.trainings = trainings;
        this.urls = urls;
        this.clock = clock;
    }

    public Optional<Map<String, Object>> find(String id, ServerHttpRequest http) {
        return trainings.find(id).map(training -> TrainingView.full(training, state(training), urls.base(http)));
    }

    /** As it is afterwards; one that has ended stays as it is. */
    public Optional<Map<String, Object>> cancel(String id, ServerHttpRequest http) {
        return trainings
                .update(id, each -> state(each).status().isTerminal() ? each : each.canceled(clock.instant()))
                .flatMap(_ -> find(id, http));
    }

    Map<String, Object> listed(Training training, String base) {
        return TrainingView.listed(training, state(training), base);
    }

    private TrainingState state(Training training) {
        return TrainingLife.at(training, clock.instant());
    }
}
