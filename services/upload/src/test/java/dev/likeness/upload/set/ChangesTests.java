package dev.likeness.upload.set;

import static dev.likeness.upload.set.PhotoSetFixtures.BYTES;
import static dev.likeness.upload.set.PhotoSetFixtures.FIRST;
import static dev.likeness.upload.set.PhotoSetFixtures.HELD;
import static dev.likeness.upload.set.PhotoSetFixtures.NOON;
import static dev.likeness.upload.set.PhotoSetFixtures.SECOND;
import static dev.likeness.upload.set.PhotoSetFixtures.SET;
import static dev.likeness.upload.set.PhotoSetFixtures.after;
import static dev.likeness.upload.set.PhotoSetFixtures.awaited;
import static dev.likeness.upload.set.PhotoSetFixtures.held;
import static dev.likeness.upload.set.PhotoSetFixtures.object;
import static dev.likeness.upload.set.PhotoSetFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
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
import dev.likeness.upload.set.Refusal.LastPhoto;
import dev.likeness.upload.set.Refusal.StillChecking;
import dev.likeness.upload.set.Refusal.TooMany;
import dev.likeness.upload.set.Refusal.TrainingRequested;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.UnknownSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTests {

    private static final Trained LIVE = new Trained(true, Optional.empty());
    private static final LookedAfter FORGOTTEN = new LookedAfter(Duration.ZERO);

    private final PhotoSet checking = after(open(held(HELD, "old"), awaited(FIRST)),
            new BytesCame(FIRST, BYTES, object("one")), new CompletionAsked());
    private final PhotoSet refused = after(checking, verdict(1, false));

    @Test
    void opensARefusedSetForFurtherPhotos() {
        Decision added = decide(refused, add(awaited(SECOND)));
        PhotoSet complete = after(added.next(), new BytesCame(SECOND, BYTES, object("two")), new CompletionAsked());

        assertThat(((Open) added.next()).missing()).containsExactly(SECOND);
        assertThat(((Open) added.next()).photos().getFirst().state())
                .isEqualTo(new PhotoState.Judged(object("old"), false));
        assertThat(((Checking) complete).revision()).isEqualTo(2);
        assertThat(((Checking) complete).photos()).extracting(Photo::id).containsExactly(HELD, FIRST, SECOND);
    }

    @Test
    void addsAPhotoOnce() {
        PhotoSet once = after(refused, add(awaited(SECOND)));

        assertThat(decide(once, add(awaited(SECOND)))).isEqualTo(new Decision(once, List.of()));
    }

    @Test
    void dropsAPhotoOfACheckedSetAndTellsTheRest() {
        Decision dropped = decide(refused, drop(FIRST));

        assertThat(dropped.next()).isInstanceOfSatisfying(Checking.class, next -> {
            assertThat(next.revision()).isEqualTo(2);
            assertThat(next.photos()).extracting(Photo::id).containsExactly(HELD);
            assertThat(dropped.effects()).containsExactly(new LetGo(object("one")), new TellUploaded(next));
        });
        assertThat(decide(dropped.next(), drop(FIRST)).refusal()).as("once more").contains(new UnknownPhoto());
    }

    @Test
    void dropsAPhotoOfAnOpenSetAndTellsNobody() {
        assertThat(decide(open(held(HELD, "old"), awaited(FIRST)), drop(HELD)))
                .isEqualTo(new Decision(open(awaited(FIRST)), List.of(new LetGo(object("old")))));
    }

    @Test
    void keepsAnObjectThatAnotherPhotoRefersTo() {
        assertThat(decide(open(held(HELD, "old"), held(FIRST, "old")), drop(HELD)).effects()).isEmpty();
    }

    @Test
    void saysWhyASetIsNotChanged() {
        assertThat(decide(new Absent(SET), add(awaited(SECOND))).refusal()).contains(new UnknownSet());
        assertThat(decide(new Absent(SET), drop(FIRST)).refusal()).contains(new UnknownSet());
        assertThat(decide(checking, add(awaited(SECOND))).refusal()).contains(new StillChecking());
        assertThat(decide(checking, drop(FIRST)).refusal()).contains(new StillChecking());
        assertThat(decide(refused, drop(SECOND)).refusal()).contains(new UnknownPhoto());
        assertThat(decide(open(awaited(FIRST)), drop(FIRST)).refusal()).contains(new LastPhoto());
        assertThat(decide(refused, new PhotosAdded(List.of(awaited(SECOND)), 2, Trained.NEVER)).refusal())
                .contains(new TooMany(2, 3));
    }

    @Test
    void changesNothingOnceATrainingWasAskedFor() {
        assertThat(decide(refused, new PhotosAdded(List.of(awaited(SECOND)), 50, LIVE)).refusal())
                .contains(new TrainingRequested());
        assertThat(decide(refused, new PhotoDropped(FIRST, LIVE)).refusal()).contains(new TrainingRequested());
        assertThat(decide(after(checking, verdict(1, true)), drop(FIRST)).refusal()).as("it starts by itself")
                .contains(new TrainingRequested());
    }

    @Test
    void changesASetOnceItsTrainingHasFailedAndStartsNoOtherByItself() {
        PhotoSet accepted = after(checking, verdict(1, true));
        Instant judged = NOON.plusSeconds(1);
        var failed = new Trained(false, Optional.of(judged));
        PhotoSet letGo = after(accepted,
                new VerdictCame(1, new SetVerdict(true, 2, List.of(), judged.plusMillis(1)), Map.of()));

        assertThat(decide(accepted, new PhotoDropped(FIRST, failed)).refusal()).as("the checks do not know it yet")
                .contains(new TrainingRequested());
        assertThat(decide(letGo, new PhotoDropped(FIRST, new Trained(true, failed.lastOnThis()))).refusal())
                .contains(new TrainingRequested());
        assertThat(decide(letGo, new PhotoDropped(FIRST, failed)).next()).isInstanceOfSatisfying(Checking.class,
                next -> assertThat(next.announcement().autoStart()).isFalse());
        assertThat(decide(letGo, new PhotosAdded(List.of(awaited(SECOND)), 50, failed)).next())
                .isInstanceOfSatisfying(Open.class,
                        next -> assertThat(next.announcement().autoStart()).isFalse());
    }

    @Test
    void changesAGoodSetOnWhichNoTrainingWasStartedOnceTheOtherOneHasFailed() {
        PhotoSet second = after(checking, new VerdictCame(1,
                new SetVerdict(true, 2, List.of("TRAINING_ALREADY_REQUESTED"), NOON.plusSeconds(1)), Map.of()));

        assertThat(decide(second, new PhotoDropped(FIRST, LIVE)).refusal()).contains(new TrainingRequested());
        assertThat(decide(second, drop(FIRST)).next()).isInstanceOf(Checking.class);
    }

    @Test
    void dropsPhotosOfAGoodSetThatWaitsForItsPerson() {
        var waiting = (Checking) checking;
        PhotoSet accepted = after(new Checking(waiting.announcement().startingNothing(), 1, waiting.photos(), NOON),
                verdict(1, true));

        assertThat(decide(accepted, drop(FIRST)).next()).isInstanceOf(Checking.class);
    }

    @Test
    void dropsOnePhotoAfterTheOtherOfASetThatStartsNothing() {
        var asked = (Checking) checking;
        var waiting = new Checking(asked.announcement().startingNothing(), 1, asked.photos(), NOON);

        Decision dropped = decide(waiting, drop(FIRST));

        assertThat(dropped.next()).isInstanceOfSatisfying(Checking.class, next -> {
            assertThat(next.revision()).isEqualTo(2);
            assertThat(next.photos()).extracting(Photo::id).containsExactly(HELD);
            assertThat(dropped.effects()).contains(new TellUploaded(next));
        });
        assertThat(decide(waiting, add(awaited(SECOND))).refusal()).contains(new StillChecking());
        assertThat(after(dropped.next(), verdict(1, true))).as("on the photos as they were").isEqualTo(dropped.next());
    }

    @Test
    void followsNoVerdictOnAnEarlierRevision() {
        PhotoSet second = after(refused, drop(FIRST));

        assertThat(after(second, verdict(1, true))).isEqualTo(second);
        PhotoSet decided = after(second, verdict(2, false));
        assertThat(decided).isInstanceOf(Decided.class);
        assertThat(after(decided, new VerdictCame(1, new SetVerdict(true, 9, List.of(), NOON.plusSeconds(99)),
                Map.of()))).isEqualTo(decided);
    }

    @Test
    void keepsTheVerdictOnAPhotoThatIsSentAgain() {
        PhotoSet again = after(refused, add(awaited(SECOND)), new BytesCame(FIRST, BYTES, object("three")));

        assertThat(((Present) again).photos().get(1).state()).isEqualTo(new PhotoState.Judged(object("three"), true));
    }

    @Test
    void givesBackWhatWasCheckedOfASetThatIsForgottenAfterAChange() {
        PhotoSet changed = after(refused, add(awaited(SECOND)), new BytesCame(SECOND, BYTES, object("two")));

        Decision forgotten = decide(changed, FORGOTTEN);

        assertThat(forgotten.next()).isInstanceOfSatisfying(Checking.class, next -> {
            assertThat(next.announcement()).as("nobody asked for a training since")
                    .isEqualTo(new Announcement(SET, false, NOON));
            assertThat(next.photos()).extracting(Photo::id).containsExactly(HELD, FIRST);
            assertThat(forgotten.effects()).containsExactly(new LetGo(object("two")), new TellUploaded(next));
        });
    }

    @Test
    void removesAForgottenSetOfWhichNothingIsLeftAndSaysSo() {
        PhotoSet emptied = after(refused, add(awaited(SECOND)), drop(FIRST), drop(HELD));

        Decision forgotten = decide(emptied, FORGOTTEN);

        assertThat(forgotten.next()).isEqualTo(new Absent(SET));
        assertThat(forgotten.effects()).singleElement()
                .isInstanceOfSatisfying(TellUploaded.class, told -> {
                    assertThat(told.set().photos()).isEmpty();
                    assertThat(told.set().revision()).isEqualTo(2);
                });
    }

    private static PhotosAdded add(Photo photo) {
        return new PhotosAdded(List.of(photo), 50, Trained.NEVER);
    }

    private static PhotoDropped drop(PhotoId photo) {
        return new PhotoDropped(photo, Trained.NEVER);
    }

    private static VerdictCame verdict(int revision, boolean accepted) {
        Instant at = NOON.plusSeconds(revision);
        return new VerdictCame(revision, new SetVerdict(accepted, 1, List.of(), at),
                Map.of(FIRST, true, HELD, accepted));
    }

    private static Decision decide(PhotoSet set, Input input) {
        return PhotoSetRules.decide(set, input, NOON);
    }
}
