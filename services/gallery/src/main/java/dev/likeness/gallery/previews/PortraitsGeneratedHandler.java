package dev.likeness.gallery.previews;

import dev.likeness.events.Portrait;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.portrait.Details;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Likeness;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.gallery.portrait.Recipe;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Space;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class PortraitsGeneratedHandler implements EventHandler<PortraitsGenerated> {

    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final String ANY_BYTES = "application/octet-stream";

    private final PortraitMoves moves;
    private final PreviewsProperties properties;
    private final Clock clock;

    PortraitsGeneratedHandler(PortraitMoves moves, PreviewsProperties properties, Clock clock) {
        this.moves = moves;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Class<PortraitsGenerated> event() {
        return PortraitsGenerated.class;
    }

    @Override
    public Mono<Void> handle(PortraitsGenerated event, Delivery delivery) {
        Details.Times times = times(event);
        return Flux.range(0, event.getPortraits().size())
                .concatMap(place -> moves.move(delivery.person(),
                        new PortraitId(event.getPortraits().get(place).getPortraitId()),
                        new Input.Generated(details(event, place, times, delivery.person().space()))))
                .then();
    }

    private Details.Times times(PortraitsGenerated event) {
        Instant createdAt = given(event.getOccurredAt()).orElseGet(clock::instant);
        Instant expiresAt = given(event.getExpiresAt()).orElse(createdAt.plus(properties.offeredFor()));
        return new Details.Times(createdAt, expiresAt, expiresAt.plus(properties.removedAfter()));
    }

    private static Details details(PortraitsGenerated event, int place, Details.Times times, Space space) {
        var portrait = event.getPortraits().get(place);
        ObjectKey preview = ObjectKey.in(Bucket.PREVIEWS, portrait.getObjectKey());
        if (!preview.space().equals(space)) {
            throw new IllegalArgumentException("A portrait lies in another space than its event says");
        }
        String contentType = IMAGES.contains(portrait.getContentType()) ? portrait.getContentType() : ANY_BYTES;
        var image = new Details.Image(preview.name(), ObjectKey.random(Bucket.GALLERY, space).name(), contentType,
                portrait.getWidth(), portrait.getHeight(), portrait.getSize(), null);
        var recipe = new Recipe(portrait.getSeed(), event.getModelVersion(), event.getAspectRatio(), event.getSteps(),
                event.getGuidanceScale(), event.getLoraScale());
        return new Details(event.getGenerationId(), image, recipe, likeness(portrait), place, event.getTestShoot(),
                times);
    }

    /** A band that is not known here yet says nothing. */
    private static Likeness likeness(Portrait portrait) {
        return new Likeness(portrait.getLikeness(),
                Likeness.Band.parse(portrait.getLikenessBand()).orElse(Likeness.Band.NOT_MEASURED),
                portrait.getLikenessPercentile(), portrait.getHeldBack(), portrait.getCopiesPhoto());
    }

    /** The schema's default stands for a time that was not given. */
    private static Optional<Instant> given(Instant time) {
        return Optional.of(time).filter(Instant.EPOCH::isBefore);
    }
}
