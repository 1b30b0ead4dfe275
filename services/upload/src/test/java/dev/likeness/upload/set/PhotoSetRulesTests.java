package dev.likeness.upload.set;

import static dev.likeness.upload.set.PhotoSetFixtures.BYTES;
import static dev.likeness.upload.set.PhotoSetFixtures.FIRST;
import static dev.likeness.upload.set.PhotoSetFixtures.HELD;
import static dev.likeness.upload.set.PhotoSetFixtures.NOON;
import static dev.likeness.upload.set.PhotoSetFixtures.OTHER_BYTES;
import static dev.likeness.upload.set.PhotoSetFixtures.SECOND;
import static dev.likeness.upload.set.PhotoSetFixtures.SET;
import static dev.likeness.upload.set.PhotoSetFixtures.after;
import static dev.likeness.upload.set.PhotoSetFixtures.awaited;
import static dev.likeness.upload.set.PhotoSetFixtures.held;
import static dev.likeness.upload.set.PhotoSetFixtures.object;
import static dev.likeness.upload.set.PhotoSetFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.upload.set.Decision.Effect.Keep;
import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input.Announced;
import dev.likeness.upload.set.Input.BytesCame;
import dev.likeness.upload.set.Input.CompletionAsked;
import dev.likeness.upload.set.Input.LookedAfter;
import dev.likeness.upload.set.Input.VerdictCame;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.Refusal.AlreadyComplete;
import dev.likeness.upload.set.Refusal.PhotosMissing;
import dev.likeness.upload.set.Refusal.UnknownPhoto;
import dev.likeness.upload.set.Refusal.UnknownSet;
import dev.likeness.upload.set.Refusal.WrongSha256;
import dev.likeness.upload.set.Refusal.WrongSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhotoSetRulesTests {

    private static final BytesCame FIRST_CAME = new BytesCame(FIRST, BYTES, object("one"));

    @Test
    void opensAnAnnouncedSet() {
        Decision decision = decide(new Absent(SET), new Announced(true, List.of(awaited(FIRST), held(HELD, "old"))));

        assertThat(decision.next()).isEqualTo(open(awaited(FIRST), held(HELD, "old")));
        assertThat(decision.effects()).as("a held object is referred to already").isEmpty();
    }

    @Test
    void keepsTheObjectsOfASetThatIsAnnouncedWithThem() {
        Photo arrived = awaited(FIRST).become(new PhotoState.Arrived(object("one")));

        assertThat(decide(new Absent(SET), new Announced(true, List.of(arrived))).effects())
                .containsExactly(new Keep(object("one")));
    }

    @Test
    void leavesAKnownSetWhenItIsAnnouncedAgain() {
        Open open = open(awaited(FIRST));

        assertThat(decide(open, new Announced(false, List.of(awaited(SECOND)))))
                .isEqualTo(new Decision(open, List.of()));
    }

    @Test
    void takesThePhotoThatWasAnnounced() {
        Decision decision = decide(open(awaited(FIRST)), FIRST_CAME);

        assertThat(((Open) decision.next()).missing()).isEmpty();
        assertThat(decision.effects()).containsExactly(new Keep(object("one")));
    }

    @Test
    void letsTheEarlierObjectGoWhenAPhotoComesAgain() {
        PhotoSet once = after(open(awaited(FIRST)), FIRST_CAME);

        assertThat(decide(once, new BytesCame(FIRST, BYTES, object("two"))).effects())
                .containsExactly(new Keep(object("two")), new LetGo(object("one")));
        assertThat(decide(once, FIRST_CAME).effects()).as("the same object again")
                .containsExactly(new Keep(object("one")));
    }

    @Test
    void refusesBytesThatWereNotAnnounced() {
        Open open = open(awaited(FIRST));

        assertThat(decide(open, new BytesCame(FIRST, OTHER_BYTES, object("one"))).refusal())
                .contains(new WrongSha256(BYTES.sha256(), OTHER_BYTES.sha256()));
        assertThat(decide(open, new BytesCame(FIRST, new Bytes(19_999, BYTES.sha256()), object("one"))).refusal())
                .contains(new WrongSize(20_000, 19_999));
        assertThat(decide(open, new BytesCame(SECOND, BYTES, object("one"))).refusal()).contains(new UnknownPhoto());
        assertThat(decide(open, new BytesCame(FIRST, OTHER_BYTES, object("one"))).next()).isEqualTo(open);
    }

    @Test
    void refusesPhotosOfASetThatIsCompleteOrUnknown() {
        PhotoSet complete = after(open(awaited(FIRST)), FIRST_CAME, new CompletionAsked());

        assertThat(decide(complete, FIRST_CAME).refusal()).contains(new AlreadyComplete());
        assertThat(decide(new Absent(SET), FIRST_CAME).refusal()).contains(new UnknownSet());
    }

    @Test
    void completesASetOnceAndTellsItOnce() {
        PhotoSet ready = after(open(awaited(FIRST), held(HELD, "old")), FIRST_CAME);

        Decision first = decide(ready, new CompletionAsked());
        Decision second = decide(first.next(), new CompletionAsked());

        assertThat(first.next()).isInstanceOf(Checking.class);
        assertThat(first.effects()).containsExactly(new TellUploaded((Checking) first.next()));
        assertThat(second).isEqualTo(new Decision(first.next(), List.of()));
    }

    @Test
    void namesThePhotosThatAreMissing() {
        assertThat(decide(open(awaited(FIRST), awaited(SECOND), held(HELD, "old")), new CompletionAsked()).refusal())
                .contains(new PhotosMissing(List.of(FIRST, SECOND)));
        assertThat(decide(new Absent(SET), new CompletionAsked()).refusal()).contains(new UnknownSet());
    }

    @Test
    void followsTheLatestVerdict() {
        PhotoSet checking = after(open(awaited(FIRST)), FIRST_CAME, new CompletionAsked());

        PhotoSet refused = after(checking, verdict(false, NOON));
        PhotoSet accepted = after(refused, verdict(true, NOON.plusSeconds(1)));

        assertThat(((Decided) refused).photos()).extracting(Photo::state)
                .containsExactly(new PhotoState.Judged(object("one"), false));
        assertThat(((Decided) accepted).verdict().accepted()).isTrue();
        assertThat(after(accepted, verdict(false, NOON))).as("an older one, late").isEqualTo(accepted);
    }

    @Test
    void ignoresAVerdictThatNobodyAskedFor() {
        assertThat(after(open(awaited(FIRST)), verdict(true, NOON))).isEqualTo(open(awaited(FIRST)));
        assertThat(after(new Absent(SET), verdict(true, NOON))).isEqualTo(new Absent(SET));
    }

    @Test
    void leavesThePhotosThatAVerdictDoesNotName() {
        PhotoSet checking = after(open(awaited(FIRST)), FIRST_CAME, new CompletionAsked());
        var verdict = new VerdictCame(1, new SetVerdict(false, 0, List.of("TOO_FEW"), NOON),
                Map.of(new PhotoId(UUID.randomUUID()), true));

        assertThat(((Decided) after(checking, verdict)).photos().getFirst().state())
                .isEqualTo(new PhotoState.Arrived(object("one")));
    }

    @Test
    void forgetsAnOpenSetThatNobodyTouches() {
        PhotoSet set = after(open(awaited(FIRST), held(HELD, "old")), FIRST_CAME);
        var looked = new LookedAfter(Duration.ofHours(24));

        Decision early = PhotoSetRules.decide(set, looked, NOON.plus(Duration.ofHours(24)).minusMillis(1));
        Decision due = PhotoSetRules.decide(set, looked, NOON.plus(Duration.ofHours(24)));

        assertThat(early).isEqualTo(new Decision(set, List.of()));
        assertThat(due.next()).isEqualTo(new Absent(SET));
        assertThat(due.effects()).containsExactly(new LetGo(object("one")), new LetGo(object("old")));
    }

    @Test
    void neverForgetsACompleteSet() {
        PhotoSet checking = after(open(awaited(FIRST)), FIRST_CAME, new CompletionAsked());
        var looked = new LookedAfter(Duration.ZERO);

        assertThat(after(checking, looked)).isEqualTo(checking);
        assertThat(after(after(checking, verdict(false, NOON)), looked)).isInstanceOf(Decided.class);
    }

    private static VerdictCame verdict(boolean accepted, Instant at) {
        return new VerdictCame(1, new SetVerdict(accepted, accepted ? 1 : 0, List.of(), at), Map.of(FIRST, accepted));
    }

    private static Decision decide(PhotoSet set, Input input) {
        return PhotoSetRules.decide(set, input, NOON);
    }
}
