package dev.likeness.training.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What an attempt is known by: its images are nobody else's.
 *
 * @param zip name of its ZIP in the bucket, which ends the path of every address signed for it
 * @param fileId the provider's id of its own copy, where there is one
 */
public record Marker(String zip, Optional<String> fileId) {

    /** The query is left out: it holds a signature that differs each time. */
    public boolean isIn(String images) {
        try {
            String path = Optional.ofNullable(new URI(images).getPath()).orElse("");
            return path.endsWith("/" + zip) || fileId.map(id -> path.endsWith("/files/" + id)).orElse(false);
        } catch (URISyntaxException notOurs) {
            return false;
        }
    }
}
