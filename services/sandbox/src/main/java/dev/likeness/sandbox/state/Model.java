package dev.likeness.sandbox.state;

import java.time.Instant;
import java.util.Map;

/**
 * A model.
 *
 * @param details description, github_url, paper_url, license_url, cover_image_url and hardware, as
 * far as given
 */
public record Model(
        String owner, String name, String visibility, Map<String, Object> details, long order, Instant createdAt) {

    public static final String TRAINER = "ostris/flux-dev-lora-trainer";
    public static final String TRAINER_VERSION = "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2";
    public static final Instant TRAINER_SINCE = Instant.parse("2025-01-23T17:00:00Z");

    public String fullName() {
        return owner + "/" + name;
    }

    public Model with(Map<String, Object> changed) {
        return new Model(owner, name, visibility, changed, order, createdAt);
    }

    public boolean isTrainer() {
        return fullName().equals(TRAINER);
    }

    static Model trainer() {
        return new Model("ostris", "flux-dev-lora-trainer", "public",
                Map.of("description", "Fine-tune FLUX.1-dev using ai-toolkit"), 0, TRAINER_SINCE);
    }
}
