package dev.likeness.gallery.developing;

import dev.likeness.gallery.GalleryWork;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectTooLarge;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Develops a picture when it comes in, before anybody asks for it. It writes without its lease:
 * whoever develops a picture writes the same, and only where the portrait is there.
 */
@Component
class DevelopHandler implements WorkHandler {

    private final Portraits portraits;
    private final Development development;

    DevelopHandler(Portraits portraits, Development development) {
        this.portraits = portraits;
        this.development = development;
    }

    @Override
    public String kind() {
        return GalleryWork.DEVELOP;
    }

    /** So that a person who comes with a thousand portraits holds up nobody else's four. */
    @Override
    public boolean takesTurns() {
        return true;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return portraits.find(job.person().userId(), new PortraitId(job.key()))
                .ofType(Portrait.Kept.class)
                .flatMap(portrait -> development.of(job.person().userId(), portrait))
                .then(WorkHandler.done())
                .onErrorResume(ObjectMissing.class, _ -> WorkHandler.done())
                .onErrorResume(ObjectTooLarge.class, _ -> WorkHandler.done());
    }

    /** Nothing is lost: it is developed when somebody asks for it. */
    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.empty();
    }
}
