package dev.likeness.training.run;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

public final class TrainingFixtures {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final Terms TERMS = new Terms(3, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(3),
            Duration.ofMinutes(20),
            Duration.ofSeconds(10),
            1525);
    static final TrainingId ID = new TrainingId(new UUID(0, 7));

    private TrainingFixtures() {}

    public static Person person(String userId) {
        return new Person(new UserId(userId), Epoch.FIRST, new Space("0123456789abcdef0123456789abcdef"));
    }

    public static Recipe recipe() {
        return new Recipe(1, "ostris/flux-dev-lora-trainer",
                "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2", 1200, 32, "1024", true, "adamw8bit",
                false, 0.05, 1e-4, 1, true, "fp16", 32, 1.0);
    }

    public static Plan plan() {
        return new Plan(ID, person("ada1"), "userada1", recipe(), 15, 4_000_000, NOON, NOON.plus(Duration.ofHours(3)));
    }
}
