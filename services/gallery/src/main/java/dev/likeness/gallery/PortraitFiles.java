package dev.likeness.gallery;

import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.person.UserId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Portraits as files; what was not measured when it came in is measured now. */
public interface PortraitFiles {

    /** In the order given; fails with {@code ObjectMissing} where a picture is gone. */
    Mono<List<PortraitFile>> of(UserId userId, List<Portrait.Kept> portraits);
}
