package dev.likeness.upload.set;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of trainings in the epoch.
 *
 * @param live whether one was asked for, on whichever set, that has not ended without a model
 * @param lastOnThis when the last one on this set was asked for
 */
public record Trained(boolean live, Optional<Instant> lastOnThis) {

    public static final Trained NEVER = new Trained(false, Optional.empty());

    private static final String ANOTHER_IS_TRAINED_ON = "TRAINING_ALREADY_REQUESTED";

    /**
     * Whether the set is bound to a training. That one has started by itself, or that the checks know
     * of its failure, may be on its way: they say a verdict again when they let the set go.
     */
    boolean binds(PhotoSet.Decided set) {
        SetVerdict verdict = set.verdict();
        return live || (verdict.accepted() && lastOnThis.map(asked -> !verdict.at().isAfter(asked))
                .orElseGet(() -> set.announcement().autoStart() && !verdict.reasons().contains(ANOTHER_IS_TRAINED_ON)));
    }
}
