package dev.likeness.chaos.verdict;

import java.util.Optional;

/**
 * A training in the orchestrator's database.
 *
 * @param failure why it ended without a model
 */
public record Stored(String trainingId, String state, boolean ended, Optional<String> failure) {

    boolean succeeded() {
        return state.equals("SUCCEEDED");
    }
}
