package dev.likeness.upload.set;

import dev.likeness.upload.set.Decision.Effect;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input.LookedAfter;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of an open set that nobody touches any more. One that was never complete goes with
 * its photos. One that had a verdict keeps those that the verdict was on, and starts no training by
 * itself: nobody has asked for one since.
 */
final class Abandonment {

    private Abandonment() {}

    static Decision lookAfter(PhotoSet set, LookedAfter looked, Instant now) {
        return switch (set) {
            case Open open when open.touchedAt().plus(looked.patience()).isAfter(now) -> PhotoSetRules.become(open);
            case Open open when open.revision() == 0 ->
                new Decision(new Absent(open.id()), Changes.letGo(open.photos(), List.of()));
            case Open open -> giveBack(open, now);
            case Absent absent -> PhotoSetRules.become(absent);
            case Checking checking -> PhotoSetRules.become(checking);
            case Decided decided -> PhotoSetRules.become(decided);
        };
    }

    private static Decision giveBack(Open open, Instant now) {
        List<Photo> judged = open.photos()
                .stream()
                .filter(photo -> photo.state() instanceof PhotoState.Judged)
                .toList();
        var checking = new Checking(open.announcement().startingNothing(), open.revision() + 1, judged, now);
        List<Effect> effects = new ArrayList<>(Changes.letGo(open.photos(), judged));
        effects.add(new TellUploaded(checking));
        return new Decision(judged.isEmpty() ? new Absent(open.id()) : checking, effects);
    }
}
