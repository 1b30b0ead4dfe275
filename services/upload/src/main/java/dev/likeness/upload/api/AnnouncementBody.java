package dev.likeness.upload.api;

import dev.likeness.messaging.DerivedId;
import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.PhotoName;
import dev.likeness.upload.set.PhotoState;
import dev.likeness.upload.set.Sha256;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person announces.
 *
 * @param photos 1 to 50
 * @param autoStart whether a training starts by itself once the set is accepted; true if absent
 */
record AnnouncementBody(@NotEmpty(message = "must name at least one photo") List<@NotNull @Valid AnnouncedPhoto> photos,
        @Nullable Boolean autoStart) {

    /**
     * @param name what the person calls it; at most 255 characters are kept
     * @param size in bytes
     * @param sha256 of its bytes, 64 hexadecimal digits
     */
    record AnnouncedPhoto(@Nullable String name, @NotNull(message = "is missing") Long size,
            @NotNull(message = "is missing") @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits") String sha256) {

        Photo photo(UUID id) {
            return new Photo(new PhotoId(id), new PhotoName(Objects.requireNonNullElse(name, "")),
                    new Bytes(size, new Sha256(sha256)), new PhotoState.Awaited());
        }
    }

    /** @param set whoever makes the photos again gets the same ones */
    List<Photo> photos(UUID set) {
        return IntStream.range(0, photos.size())
                .mapToObj(place -> photos.get(place).photo(DerivedId.of(set, "photo/" + place)))
                .toList();
    }

    boolean startsByItself() {
        return autoStart == null || autoStart;
    }
}
