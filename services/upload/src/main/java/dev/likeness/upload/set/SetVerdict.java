package dev.likeness.upload.set;

import java.time.Instant;
import java.util.List;

/**
 * What was found about a set.
 *
 * @param goodPhotos how many were accepted
 * @param reasons codes of what is wrong with the set as a whole
 * @param at when it was found
 */
public record SetVerdict(boolean accepted, int goodPhotos, List<String> reasons, Instant at) {

    public SetVerdict {
        reasons = List.copyOf(reasons);
    }
}
