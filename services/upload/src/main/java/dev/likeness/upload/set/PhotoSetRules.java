package dev.likeness.upload.set;

import dev.likeness.upload.set.Decision.Effect;
import dev.likeness.upload.set.Decision.Effect.Keep;
import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.Refuse;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input.Announced;
import dev.likeness.upload.set.Input.BytesCame;
import dev.likeness.upload.set.Input.CompletionAsked;
import dev.likeness.upload.set.Input.LookedAfter;
import dev.likeness.upload.set.Input.PhotoDropped;
import dev.likeness.upload.set.Input.PhotosAdded;
import dev.likeness.upload.set.Input.VerdictCame;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Announcement;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.Refusal.AlreadyComplete;
import dev.likeness.upload.set.Refusal.PhotosMissing;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.UnknownSet;
import dev.likeness.upload.set.Refusal.WrongSha256;
import dev.likeness.upload.set.Refusal.WrongSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All rules of a set. Whatever comes again, late or out of order leaves a set as it is or moves it
 * forward: open, checking, decided. A decided set is changed by its person alone ({@link Changes}),
 * which makes it a new revision; verdicts on older ones change nothing.
 */
public final class PhotoSetRules {

    private PhotoSetRules() {}

    public static Decision decide(PhotoSet set, Input input, Instant now) {
        return switch (input) {
            case Announced announced -> announce(set, announced, now);
            case BytesCame came -> receive(set, came, now);
            case PhotosAdded added -> Changes.add(set, added, now);
            case PhotoDropped dropped -> Changes.drop(set, dropped, now);
            case CompletionAsked() -> complete(set, now);
            case VerdictCame came -> judge(set, came);
            case LookedAfter looked -> Abandonment.lookAfter(set, looked, now);
        };
    }

    private static Decision announce(PhotoSet set, Announced announced, Instant now) {
        return switch (set) {
            case Absent(var id) -> {
                var open = new Open(new Announcement(id, announced.autoStart(), now), 0, announced.photos(), now);
                yield new Decision(open, announced.photos().stream().<Effect>mapMulti(PhotoSetRules::keep).toList());
            }
            case Present known -> become(known);
        };
    }

    static void keep(Photo photo, Consumer<Effect> effects) {
        if (photo.state() instanceof PhotoState.Arrived(StoredObject object)) {
            effects.accept(new Keep(object));
        }
    }

    private static Decision receive(PhotoSet set, BytesCame came, Instant now) {
        return switch (set) {
            case Absent absent -> refuse(absent, new UnknownSet());
            case Open open -> receive(open, came, now);
            case Checking checking -> refuse(checking, new AlreadyComplete());
            case Decided decided -> refuse(decided, new AlreadyComplete());
        };
    }

    private static Decision receive(Open open, BytesCame came, Instant now) {
        Optional<Photo> known = open.photos().stream().filter(photo -> photo.id().equals(came.photo())).findFirst();
        if (known.isEmpty()) {
            return refuse(open, new UnknownPhoto());
        }
        Photo photo = known.get();
        Optional<Refusal> mismatch = mismatch(photo.bytes(), came.measured());
        if (mismatch.isPresent()) {
            return refuse(open, mismatch.get());
        }
        var effects = new ArrayList<Effect>();
        effects.add(new Keep(came.object()));
        photo.state()
                .stored()
                .filter(earlier -> !earlier.name().equals(came.object().name()))
                .map(LetGo::new)
                .ifPresent(effects::add);
        List<Photo> photos = replace(open.photos(), photo.become(photo.state().holding(came.object())));
        return new Decision(new Open(open.announcement(), open.revision(), photos, now), effects);
    }

    /** What is wrong with bytes that came, held against those that were announced. */
    public static Optional<Refusal> mismatch(Bytes announced, Bytes measured) {
        if (announced.size() != measured.size()) {
            return Optional.of(new WrongSize(announced.size(), measured.size()));
        }
        return announced.sha256().equals(measured.sha256())
                ? Optional.empty()
                : Optional.of(new WrongSha256(announced.sha256(), measured.sha256()));
    }

    private static Decision complete(PhotoSet set, Instant now) {
        return switch (set) {
            case Absent absent -> refuse(absent, new UnknownSet());
            case Open open when !open.missing().isEmpty() -> refuse(open, new PhotosMissing(open.missing()));
            case Open open -> {
                var checking = new Checking(open.announcement(), open.revision() + 1, open.photos(), now);
                yield new Decision(checking, List.of(new TellUploaded(checking)));
            }
            case Checking checking -> become(checking);
            case Decided decided -> become(decided);
        };
    }

    private static Decision judge(PhotoSet set, VerdictCame came) {
        return switch (set) {
            case Absent absent -> become(absent);
            // Nobody was asked to check it yet as it is, so the verdict is on a set that is no more.
            case Open open -> become(open);
            case Checking checking when came.revision() != checking.revision() -> become(checking);
            case Checking checking -> decided(checking, checking.completedAt(), came);
            case Decided decided when came.revision() != decided.revision() -> become(decided);
            case Decided decided when !came.verdict().at().isAfter(decided.verdict().at()) -> become(decided);
            case Decided decided -> decided(decided, decided.completedAt(), came);
        };
    }

    private static Decision decided(Present set, Instant completedAt, VerdictCame came) {
        List<Photo> photos = set.photos().stream().map(photo -> judged(photo, came)).toList();
        return become(new Decided(set.announcement(), set.revision(), photos, completedAt, came.verdict()));
    }

    private static Photo judged(Photo photo, VerdictCame came) {
        Optional<Boolean> accepted = Optional.ofNullable(came.photos().get(photo.id()));
        return photo.state()
                .stored()
                .flatMap(object -> accepted.map(good -> new PhotoState.Judged(object, good)))
                .map(photo::become)
                .orElse(photo);
    }

    private static List<Photo> replace(List<Photo> photos, Photo changed) {
        return photos.stream().map(photo -> photo.id().equals(changed.id()) ? changed : photo).toList();
    }

    static Decision become(PhotoSet next) {
        return new Decision(next, List.of());
    }

    static Decision refuse(PhotoSet set, Refusal refusal) {
        return new Decision(set, List.of(new Refuse(refusal)));
    }
}
