package dev.likeness.upload.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.person.Epoch;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.SetVerdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set as its owner sees it.
 *
 * @param state {@code open}, {@code checking}, {@code accepted} or {@code refused}
 * @param revision how often the set was complete, each time with other photos
 * @param missing photos whose bytes have not come
 * @param goodPhotos how many photos were accepted; absent until checked
 * @param reasons codes of what is wrong with the set as a whole; absent until checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadView(UUID uploadId, long epoch, int revision, String state, boolean autoStart, Instant announcedAt,
        @Nullable Instant completedAt, @Nullable Instant checkedAt, @Nullable Integer goodPhotos,
        @Nullable List<String> reasons, List<UUID> missing, List<PhotoView> photos) {

    static UploadView of(Epoch epoch, Present set) {
        return switch (set) {
            case Open open -> view(epoch, open, "open", null, null);
            case Checking checking -> view(epoch, checking, "checking", checking.completedAt(), null);
            case Decided decided -> view(epoch, decided, decided.verdict().accepted() ? "accepted" : "refused",
                    decided.completedAt(), decided.verdict());
        };
    }

    private static UploadView view(Epoch epoch, Present set, String state, @Nullable Instant completedAt,
            @Nullable SetVerdict verdict) {
        boolean open = set instanceof Open;
        return new UploadView(set.id().value(), epoch.value(), set.revision(), state, set.announcement().autoStart(),
                set.announcement().at(), completedAt, verdict == null ? null : verdict.at(),
                verdict == null ? null : verdict.goodPhotos(), verdict == null ? null : verdict.reasons(),
                set.photos().stream().filter(photo -> photo.isMissing()).map(photo -> photo.id().value()).toList(),
                set.photos().stream().map(photo -> PhotoView.of(set.id(), photo, open)).toList());
    }
}
