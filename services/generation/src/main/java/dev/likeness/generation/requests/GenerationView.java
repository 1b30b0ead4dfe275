package dev.likeness.generation.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.generation.Commission;
import dev.likeness.generation.Filed;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.Shoot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A generation as its person sees it.
 *
 * @param prompt the one really used
 * @param shortfall present where there are portraits, but fewer than asked for
 * @param heldBack present where portraits were not alike enough to be shown at once
 * @param testShoot whether nobody asked for it: the shoot that follows a training
 * @param expiresAt until when the portraits can be saved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenerationView(String generationId, Stage state, String trainingId, String modelVersion, String prompt,
        ParametersView parameters, List<PortraitView> portraits, @Nullable Shortfall shortfall,
        @Nullable HeldBack heldBack, @Nullable Failure failure, boolean testShoot, Instant requestedAt,
        @Nullable Instant endedAt, @Nullable Instant expiresAt) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ParametersView(int outputs, String aspectRatio, @Nullable Long seed, double guidanceScale, int steps,
            double loraScale) {

        static ParametersView of(Parameters parameters) {
            return new ParametersView(parameters.outputs(), parameters.aspectRatio().text(),
                    parameters.seed().isPresent() ? parameters.seed().getAsLong() : null, parameters.guidanceScale(),
                    parameters.steps(), parameters.loraScale());
        }
    }

    record Shortfall(int missing, FailureReason code, String message) {}

    /** @param replaced how many were made in their place, once */
    record HeldBack(long count, int replaced, String message) {

        static @Nullable HeldBack of(Shoot shoot) {
            long count = shoot.portraits().stream().filter(portrait -> portrait.likeness().heldBack()).count();
            if (count == 0) {
                return null;
            }
            int replaced = shoot.replaced();
            return new HeldBack(count, replaced,
                    count + (count == 1 ? " portrait is" : " portraits are")
                            + " held back as not alike enough to your photos"
                            + (replaced > 0 ? "; " + replaced + " more were made in their place." : ".")
                            + " You can look at them all the same.");
        }
    }

    record Failure(FailureReason code, String message) {}

    static GenerationView of(Filed filed) {
        Commission commission = filed.commission();
        Shoot shoot = filed.shoot();
        boolean delivered = !shoot.portraits().isEmpty();
        Optional<Shoot.Closed> closed = shoot instanceof Shoot.Closed ended ? Optional.of(ended) : Optional.empty();
        return new GenerationView(commission.id().toString(), Stage.of(shoot), commission.trainingId(),
                commission.model().value(), commission.prompt().value(), ParametersView.of(commission.parameters()),
                shoot.portraits().stream().map(PortraitView::of).toList(),
                closed.filter(_ -> delivered)
                        .flatMap(Shoot::shortfall)
                        .map(reason -> shortfall(shoot, reason))
                        .orElse(null),
                HeldBack.of(shoot), closed.flatMap(Shoot.Closed::failure)
                        .map(reason -> new Failure(reason, reason.sentence()))
                        .orElse(null),
                commission.testShoot(), commission.requestedAt(), closed.map(Shoot.Closed::endedAt).orElse(null),
                delivered ? filed.expiresAt().orElse(null) : null);
    }

    private static Shortfall shortfall(Shoot shoot, FailureReason reason) {
        return new Shortfall(shoot.missing(), reason, reason.sentence());
    }
}
