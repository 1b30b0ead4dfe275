package dev.likeness.generation.shoot;

import java.util.List;
import java.util.Optional;

/** What can happen to a shoot. */
public sealed interface Input {

    /** A person asks for portraits. @param outputs 1 to 16 */
    record Requested(int outputs, boolean testShoot) implements Input {

        public Requested(int outputs) {
            this(outputs, false);
        }
    }

    /** The person wants no more of it. What has been copied, or is just being copied, stays. */
    record Canceled() implements Input {}

    /** Something happens to one take. */
    sealed interface OfTake extends Input {
        int take();
    }

    /** Somebody is about to send it. @param seed drawn for this attempt */
    record Attempted(int take, long seed) implements OfTake {}

    /** @param predictionId the provider's */
    record Accepted(int take, String predictionId) implements OfTake {}

    /** The provider has certainly not taken it, and it may be sent again. */
    record Postponed(int take) implements OfTake {}

    /** The provider has certainly not taken it, and never will. */
    record Refused(int take, FailureReason reason) implements OfTake {}

    /** No answer, or one that leaves it open; also a restart in between. */
    record AnswerLost(int take) implements OfTake {}

    /**
     * The provider's own list was read.
     *
     * @param complete whether it reached back past the attempt and every entry showed what it was
     * @param match the prediction of this attempt, if it is there
     */
    record Searched(int take, boolean complete, Optional<String> match) implements OfTake {}

    /** The prediction succeeded. @param frames one for each output there is */
    record Exposed(int take, List<Frame> frames) implements OfTake {

        public Exposed {
            frames = List.copyOf(frames);
        }
    }

    /** The prediction ended without outputs, or they are gone. */
    record Broken(int take, FailureReason reason) implements OfTake {}

    /**
     * Its outputs were copied. @param portraits those that could be; @param lost why others could not
     */
    record Copied(int take, List<Portrait> portraits, Optional<FailureReason> lost) implements OfTake {

        public Copied {
            portraits = List.copyOf(portraits);
        }
    }

    /** Patience with it is over, whatever it waits for. */
    record GivenUp(int take) implements OfTake {}
}
