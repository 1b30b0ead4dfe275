package dev.likeness.upload.keeping;

import dev.likeness.upload.set.UploadId;
import java.time.Instant;

/**
 * A set as a list shows it.
 *
 * @param state {@code open}, {@code checking}, {@code accepted} or {@code refused}
 * @param missing how many photos have not arrived
 */
public record SetSummary(UploadId id, String state, long photos, long missing, Instant announcedAt) {}
