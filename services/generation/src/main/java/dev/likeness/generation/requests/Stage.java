package dev.likeness.generation.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.Take;
import java.util.Locale;

/** How far a generation is, in a person's words. */
enum Stage {
    REQUESTED,
    PREDICTING,
    COPYING,
    DONE,
    FAILED,
    CANCELED;

    static Stage of(Shoot shoot) {
        return switch (shoot) {
            case Shoot.Unheard _ -> REQUESTED;
            case Shoot.Open open -> open(open);
            case Shoot.Closed closed -> closed.failure()
                    .map(
                            reason -> reason == FailureReason.CANCELED ? CANCELED : FAILED)
                    .orElse(DONE);
        };
    }

    private static Stage open(Shoot.Open open) {
        if (open.takes().stream().anyMatch(Take.Copying.class::isInstance)) {
            return COPYING;
        }
        return open.takes().stream().allMatch(Take.Planned.class::isInstance) ? REQUESTED : PREDICTING;
    }

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
