package dev.likeness.upload.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoState;
import dev.likeness.upload.set.UploadId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One photo of a set.
 *
 * @param name what the person calls it; absent where there was none, or it was forgotten
 * @param state {@code awaited}, {@code held} (the same bytes were here already), {@code arrived},
 * {@code accepted} or {@code rejected}
 * @param uploadUrl where its bytes go, by PUT; absent once the set is complete
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhotoView(UUID photoId, @Nullable String name, long size, String state, @Nullable String uploadUrl) {

    static PhotoView of(UploadId set, Photo photo, boolean open) {
        return new PhotoView(photo.id().value(), photo.name().value().isEmpty() ? null : photo.name().value(),
                photo.bytes().size(), state(photo.state()),
                open ? "/v1/uploads/" + set + "/photos/" + photo.id() : null);
    }

    private static String state(PhotoState state) {
        return switch (state) {
            case PhotoState.Awaited() -> "awaited";
            case PhotoState.Held(_) -> "held";
            case PhotoState.Arrived(_) -> "arrived";
            case PhotoState.Judged(_, boolean accepted) -> accepted ? "accepted" : "rejected";
        };
    }
}
