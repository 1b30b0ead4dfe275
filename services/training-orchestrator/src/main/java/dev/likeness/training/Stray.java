package dev.likeness.training;

import dev.likeness.messaging.Job;
import java.time.Instant;
import java.util.Optional;

/**
 * A call whose answer was not known when its training was let go of: what it may have become is
 * searched for, and stopped.
 *
 * @param zip name of its ZIP, by which it is known
 * @param intendedAt how far back the provider's list is read
 */
public record Stray(String zip, Optional<String> fileId, Instant intendedAt) {

    private static final String SEPARATOR = "|";

    /** As the detail of {@link TrainingWork#STRAY}: by then there is no row that would say it. */
    public String detail() {
        return zip + SEPARATOR + intendedAt.getEpochSecond() + SEPARATOR + fileId.orElse("");
    }

    public static Stray of(Job job) {
        String[] parts = TrainingWork.detail(job).split("\\|", 3);
        return new Stray(parts[0], Optional.of(parts[2]).filter(id -> !id.isEmpty()),
                Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }
}
