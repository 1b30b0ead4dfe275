package dev.likeness.upload.api;

import dev.likeness.upload.keeping.SetSummary;
import java.time.Instant;
import java.util.UUID;

/** A set as the list shows it. */
record UploadSummaryView(UUID uploadId, String state, long photos, long missing, Instant announcedAt) {

    static UploadSummaryView of(SetSummary summary) {
        return new UploadSummaryView(summary.id().value(), summary.state(), summary.photos(), summary.missing(),
                summary.announcedAt());
    }
}
