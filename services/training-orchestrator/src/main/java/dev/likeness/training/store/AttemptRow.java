package dev.likeness.training.store;

import dev.likeness.training.Trainings.Attempt;
import dev.likeness.training.run.TrainingId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

final class AttemptRow {

    private AttemptRow() {}

    static Attempt attempt(Readable row) {
        boolean calling = Objects.requireNonNull(row.get("calling", Boolean.class));
        Optional<String> providerId = Optional.ofNullable(row.get("provider_id", String.class));
        return new Attempt(new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))),
                Objects.requireNonNull(row.get("attempt", Integer.class)), TrainingRow.person(row),
                Optional.ofNullable(row.get("zip", String.class)),
                Optional.ofNullable(row.get("file_id", String.class)),
                Optional.ofNullable(row.get("intended_at", Instant.class)),
                Optional.ofNullable(row.get("zip_gone_at", Instant.class)), providerId,
                !calling || providerId.isPresent());
    }
}
