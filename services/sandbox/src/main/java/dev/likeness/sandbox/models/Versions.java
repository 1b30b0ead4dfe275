package dev.likeness.sandbox.models;

import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.schemas.InputSchema;
import dev.likeness.sandbox.state.Model;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** The versions of a model and how model and version are shown. */
@Component
class Versions {

    private final Trainings trainings;
    private final PublicUrls urls;
    private final Clock clock;
    private final InputSchema trainer = InputSchema.trainer();
    private final InputSchema destination = InputSchema.destination();

    Versions(Trainings trainings, PublicUrls urls, Clock clock) {
        this.trainings = trainings;
        this.urls = urls;
        this.clock = clock;
    }

    /** Newest first. */
    List<Version> of(Model model) {
        if (model.isTrainer()) {
            return List.of(new Version(Model.TRAINER_VERSION, 1, Model.TRAINER_SINCE, trainer.document()));
        }
        Instant now = clock.instant();
        return trainings.versionsOf(model.fullName(), now).stream().map(each -> version(each, now)).toList();
    }

    Optional<Version> find(Model model, String id) {
        return of(model).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    Map<String, Object> view(Model model, ServerHttpRequest http) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("url", urls.base(http) + "/" + model.fullName());
        view.put("owner", model.owner());
        view.put("name", model.name());
        view.put("description", model.details().get("description"));
        view.put("visibility", model.visibility());
        view.put("github_url", model.details().get("github_url"));
        view.put("paper_url", model.details().get("paper_url"));
        view.put("license_url", model.details().get("license_url"));
        view.put("run_count", 0);
        view.put("cover_image_url", model.details().get("cover_image_url"));
        view.put("default_example", null);
        view.put("latest_version", of(model).stream().findFirst().map(Version::view).orElse(null));
        return view;
    }

    private Version version(Training training, Instant now) {
        Instant since = TrainingLife.at(training, now).completedAt();
        return new Version(training.newVersion(), training.accepted().order(),
                since == null ? training.accepted().at() : since, destination.document());
    }
}
