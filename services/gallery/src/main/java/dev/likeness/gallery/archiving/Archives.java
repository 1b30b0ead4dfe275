package dev.likeness.gallery.archiving;

import dev.likeness.gallery.Pictures;
import dev.likeness.gallery.PortraitFiles;
import dev.likeness.gallery.Portraits;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Packs portraits. */
@Component
public class Archives {

    /** Stays the same whatever the list does: an archive is resumed after days, too. */
    private static final Comparator<Portrait.Kept> ORDER = Comparator.<Portrait.Kept, Instant>comparing(
            portrait -> portrait.details().times().createdAt())
            .thenComparing(portrait -> portrait.details().place())
            .thenComparing(portrait -> portrait.id().value());

    private final Portraits portraits;
    private final PortraitFiles files;
    private final Pictures pictures;
    private final ArchiveProperties properties;
    private final Clock clock;
    private final Semaphore places;

    Archives(Portraits portraits, PortraitFiles files, Pictures pictures, ArchiveProperties properties, Clock clock) {
        this.portraits = portraits;
        this.files = files;
        this.pictures = pictures;
        this.properties = properties;
        this.clock = clock;
        this.places = new Semaphore(properties.atOnce());
    }

    /** What came of a selection. */
    public sealed interface Selected {

        record Packed(Archive archive) implements Selected {}

        record Nothing() implements Selected {}

        record TooMany(int limit) implements Selected {}

        /** One that was named is not in the gallery. */
        record NotThere(PortraitId id) implements Selected {}
    }

    /** All that the filter leaves. */
    public Mono<Selected> of(UserId userId, Portraits.Filter filter) {
        var wanted = new Portraits.Wanted(filter, Portraits.Sort.NEWEST, Optional.empty(),
                properties.maxPortraits() + 1, clock.instant());
        return portraits.list(userId, wanted).flatMap(found -> pack(userId, found));
    }

    /** These, each of them once. */
    public Mono<Selected> of(UserId userId, Set<PortraitId> ids) {
        if (ids.size() > properties.maxPortraits()) {
            return Mono.just(new Selected.TooMany(properties.maxPortraits()));
        }
        return portraits.present(userId, ids).flatMap(found -> {
            Set<PortraitId> missing = new HashSet<>(ids);
            found.forEach(portrait -> missing.remove(portrait.id()));
            return missing.isEmpty()
                    ? pack(userId, found)
                    : Mono.just(new Selected.NotThere(missing.stream()
                            .min(Comparator.comparing(PortraitId::value))
                            .orElseThrow()));
        });
    }

    private Mono<Selected> pack(UserId userId, List<Portrait.Kept> found) {
        if (found.isEmpty()) {
            return Mono.just(new Selected.Nothing());
        }
        if (found.size() > properties.maxPortraits()) {
            return Mono.just(new Selected.TooMany(properties.maxPortraits()));
        }
        return files.of(userId, found.stream().sorted(ORDER).toList())
                .map(all -> new Selected.Packed(new Archive(all, pictures)));
    }

    /**
     * Does what is given while it holds one of the places; fails with {@link AllTaken} where there is
     * none. The place is free again when the work ends or its client goes.
     */
    public Mono<Void> sending(Supplier<Mono<Void>> work) {
        return Mono.using(this::place, _ -> work.get(), Semaphore::release);
    }

    private Semaphore place() {
        if (!places.tryAcquire()) {
            throw new AllTaken();
        }
        return places;
    }
}
