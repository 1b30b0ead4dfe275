package dev.likeness.upload.set;

import dev.likeness.upload.set.Decision.Effect;
import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input.PhotoDropped;
import dev.likeness.upload.set.Input.PhotosAdded;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Announcement;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.Refusal.LastPhoto;
import dev.likeness.upload.set.Refusal.StillChecking;
import dev.likeness.upload.set.Refusal.TooMany;
import dev.likeness.upload.set.Refusal.TrainingRequested;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.UnknownSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a person may change about a set: photos are added to it or dropped, while it is open or
 * decided, and as long as no training is under way.
 */
final class Changes {

    private Changes() {}

    static Decision add(PhotoSet set, PhotosAdded added, Instant now) {
        return switch (set) {
            case Absent absent -> PhotoSetRules.refuse(absent, new UnknownSet());
            case Present present -> {
                List<Photo> fresh = added.photos()
                        .stream()
                        .filter(photo -> find(present, photo.id()).isEmpty())
                        .toList();
                Optional<Refusal> refusal = refusal(present, added.trained())
                        .or(() -> tooMany(present.photos().size() + fresh.size(), added.most()));
                yield refusal.isPresent() || fresh.isEmpty()
                        ? refusal.map(why -> PhotoSetRules.refuse(present, why))
                                .orElseGet(() -> PhotoSetRules.become(present))
                        : add(present, fresh, now);
            }
        };
    }

    private static Decision add(Present set, List<Photo> fresh, Instant now) {
        List<Photo> photos = Stream.concat(set.photos().stream(), fresh.stream()).toList();
        return new Decision(new Open(changed(set), set.revision(), photos, now),
                fresh.stream().<Effect>mapMulti(PhotoSetRules::keep).toList());
    }

    private static Optional<Refusal> tooMany(int photos, int most) {
        return photos > most ? Optional.of(new TooMany(most, photos)) : Optional.empty();
    }

    static Decision drop(PhotoSet set, PhotoDropped dropped, Instant now) {
        return switch (set) {
            case Absent absent -> PhotoSetRules.refuse(absent, new UnknownSet());
            case Present present when find(present, dropped.photo()).isEmpty() ->
                PhotoSetRules.refuse(present, new UnknownPhoto());
            case Present present -> {
                Optional<Refusal> refusal = refusal(present, dropped.trained())
                        .filter(why -> !(why instanceof StillChecking) || startsByItself(present))
                        .or(() -> present.photos().size() == 1 ? Optional.of(new LastPhoto()) : Optional.empty());
                yield refusal.map(why -> PhotoSetRules.refuse(present, why))
                        .orElseGet(() -> drop(present, dropped.photo(), now));
            }
        };
    }

    // One photo after the other may go while nothing is decided. Where a verdict would start a training by itself,
    // that could be on a set in which the photo still was.
    private static boolean startsByItself(Present set) {
        return set.announcement().autoStart();
    }

    private static Decision drop(Present set, PhotoId dropped, Instant now) {
        List<Photo> kept = set.photos().stream().filter(photo -> !photo.id().equals(dropped)).toList();
        List<Effect> effects = new ArrayList<>(letGo(set.photos(), kept));
        if (set instanceof Open) {
            return new Decision(new Open(set.announcement(), set.revision(), kept, now), effects);
        }
        var checking = new Checking(changed(set), set.revision() + 1, kept, now);
        effects.add(new TellUploaded(checking));
        return new Decision(checking, effects);
    }

    /** Objects of the photos that none of those that are kept refers to. */
    static List<Effect> letGo(List<Photo> photos, List<Photo> kept) {
        Set<StoredObject> referred = objects(kept).collect(Collectors.toSet());
        return objects(photos).filter(object -> !referred.contains(object))
                .distinct()
                .<Effect>map(LetGo::new)
                .toList();
    }

    private static Stream<StoredObject> objects(List<Photo> photos) {
        return photos.stream().flatMap(photo -> photo.state().stored().stream());
    }

    private static Optional<Refusal> refusal(Present set, Trained trained) {
        return switch (set) {
            case Present _ when trained.live() -> Optional.of(new TrainingRequested());
            case Open _ -> Optional.empty();
            case Checking _ -> Optional.of(new StillChecking());
            case Decided decided when trained.binds(decided) -> Optional.of(new TrainingRequested());
            case Decided _ -> Optional.empty();
        };
    }

    /**
     * A set that was good enough already had its training, or could have had: another one is paid for
     * only when the person says so.
     */
    private static Announcement changed(Present set) {
        return set instanceof Decided decided && decided.verdict().accepted()
                ? set.announcement().startingNothing()
                : set.announcement();
    }

    private static Optional<Photo> find(Present set, PhotoId id) {
        return set.photos().stream().filter(photo -> photo.id().equals(id)).findFirst();
    }
}
