package dev.likeness.generation.shoot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One prediction of a shoot, of at most four outputs: one variant per state. Only a {@link Planned}
 * take may be sent to the provider, and it becomes {@link Intended} before that.
 */
public sealed interface Take {

    /** Place in the shoot, from 0. */
    int index();

    /** Outputs wanted of it, 1 to 4. */
    int outputs();

    /** @param attempts that were made and are known not to have been accepted */
    record Planned(int index, int outputs, int attempts) implements Take {}

    /** The request may have been sent, and may be on its way still. */
    record Intended(int index, int outputs, Attempt attempt) implements Take {}

    /**
     * The answer was lost, so nobody knows whether the provider took it.
     *
     * @param since from when on the request can't be on its way any more but for its time-out
     */
    record Unsettled(int index, int outputs, Attempt attempt, Instant since) implements Take {}

    record Submitted(int index, int outputs, Attempt attempt, String predictionId, Instant since) implements Take {}

    /** Its outputs exist and are being copied. */
    record Copying(int index, int outputs, Attempt attempt, String predictionId, List<Frame> frames) implements Take {

        public Copying {
            frames = List.copyOf(frames);
        }
    }

    /** @param shortfall why there are fewer portraits than outputs wanted, if so */
    record Delivered(int index, int outputs, Attempt attempt, String predictionId, List<Portrait> portraits,
            Optional<FailureReason> shortfall) implements Take {

        public Delivered {
            portraits = List.copyOf(portraits);
        }
    }

    record Missed(int index, int outputs, FailureReason reason) implements Take {}

    default boolean ended() {
        return switch (this) {
            case Planned _,Intended _,Unsettled _,Submitted _,Copying _ -> false;
            case Delivered _,Missed _ -> true;
        };
    }
}
