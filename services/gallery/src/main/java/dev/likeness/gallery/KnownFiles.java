package dev.likeness.gallery;

import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What has been measured of pictures' files, so that nobody has to read them again to know. */
public interface KnownFiles {

    /** Those that were measured, of the person's current epoch. */
    Mono<Map<PortraitId, MarkedFile>> of(UserId userId, Collection<PortraitId> ids);

    /**
     * Keeps what was measured, and the placeholder. False where the portrait is no longer there: then
     * what was made of it is to be removed.
     */
    Mono<Boolean> keep(UserId userId, PortraitId id, MarkedFile file, Optional<String> placeholder);
}
