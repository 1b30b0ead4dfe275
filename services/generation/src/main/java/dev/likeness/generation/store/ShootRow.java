package dev.likeness.generation.store;

import dev.likeness.generation.Commission;
import dev.likeness.generation.Filed;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.Asked;
import dev.likeness.generation.shoot.AspectRatio;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.generation.shoot.Take;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

record ShootRow(Commission commission, boolean canceled, State state, Optional<FailureReason> failure, long version,
        Optional<Instant> endedAt, Optional<Instant> expiresAt) {

    enum State {
        NEW,
        OPEN,
        CLOSED
    }

    static ShootRow read(Readable row) {
        Commission commission = new Commission(new ShootId(Columns.required(row, "generation_id", UUID.class)),
                Columns.required(row, "training_id", String.class),
                new ModelVersion(Columns.required(row, "model_version", String.class)), prompt(row), parameters(row),
                Columns.required(row, "requested_at", Instant.class),
                Columns.required(row, "test_shoot", Boolean.class));
        return new ShootRow(commission, Columns.required(row, "canceled", Boolean.class),
                State.valueOf(Columns.required(row, "state", String.class)),
                Columns.optional(row, "failure", String.class).map(FailureReason::valueOf),
                Columns.required(row, "version", Long.class), Columns.optional(row, "ended_at", Instant.class),
                Columns.optional(row, "expires_at", Instant.class));
    }

    Filed filed(List<TakeRow> takeRows, List<PreviewRow> previews) {
        List<Take> takes = takeRows.stream()
                .filter(take -> take.shoot().equals(commission.id().value()))
                .map(take -> take.take(previews))
                .toList();
        Asked asked = new Asked(commission.parameters().outputs(), commission.testShoot());
        Shoot shoot = switch (state) {
            case NEW -> new Shoot.Unheard(commission.id());
            case OPEN -> new Shoot.Open(commission.id(), commission.requestedAt(), asked, canceled, takes);
            case CLOSED -> new Shoot.Closed(commission.id(), endedAt.orElseThrow(), asked, takes, failure);
        };
        return new Filed(commission, shoot, version, expiresAt);
    }

    private static Parameters parameters(Readable row) {
        OptionalLong seed = Columns.optional(row, "seed", Long.class)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
        return new Parameters(Columns.required(row, "outputs", Integer.class),
                AspectRatio.of(Columns.required(row, "aspect_ratio", String.class)).orElseThrow(), seed,
                Columns.required(row, "guidance_scale", Double.class), Columns.required(row, "steps", Integer.class),
                Columns.required(row, "lora_scale", Double.class));
    }

    // What was stored as a prompt of this person is one, or it is not used.
    private static PromptText prompt(Readable row) {
        TriggerWord word = TriggerWord.of(new UserId(Columns.required(row, "user_id", String.class)));
        return PromptText.kept(word, Columns.required(row, "prompt", String.class))
                .orElseThrow(() -> new IllegalStateException("A stored prompt is no prompt of its person"));
    }
}
