package dev.likeness.gallery.portrait;

import static dev.likeness.gallery.portrait.PortraitFixtures.ID;
import static dev.likeness.gallery.portrait.PortraitFixtures.NOON;
import static dev.likeness.gallery.portrait.PortraitFixtures.details;
import static dev.likeness.gallery.portrait.PortraitFixtures.preview;
import static dev.likeness.gallery.portrait.PortraitFixtures.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.gallery.portrait.Decision.Effect;
import dev.likeness.gallery.portrait.Input.Delete;
import dev.likeness.gallery.portrait.Input.Expire;
import dev.likeness.gallery.portrait.Input.Favour;
import dev.likeness.gallery.portrait.Input.Generated;
import dev.likeness.gallery.portrait.Input.Restore;
import dev.likeness.gallery.portrait.Input.Save;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitRulesTests {

    private static final Instant BEFORE_EXPIRY = NOON.plus(Duration.ofHours(24)).minusMillis(1);
    private static final Instant AT_EXPIRY = NOON.plus(Duration.ofHours(24));
    private static final Instant AT_REMOVAL = NOON.plus(Duration.ofHours(26));
    private static final Instant OUT_OF_TRASH = NOON.plus(Duration.ofDays(30));
    private static final Input THROW_AWAY = new Input.Trash(Duration.ofDays(30));

    @Test
    void takesAPreviewInAndSchedulesItsEnd() {
        Decision decision = PortraitRules.decide(new Portrait.Unknown(ID), new Generated(details()), NOON);

        assertThat(decision.next()).isEqualTo(preview());
        assertThat(decision.effects()).containsExactly(new Effect.ScheduleExpiry(AT_REMOVAL), new Effect.Develop());
    }

    @Test
    void savesAPreviewUntilItExpires() {
        Decision decision = PortraitRules.decide(preview(), new Save(), BEFORE_EXPIRY);

        var kept = new Portrait.Saved(ID, details(), false, BEFORE_EXPIRY);
        assertThat(decision).isEqualTo(new Decision(kept, List.of(new Effect.AnnounceSaved(kept))));
        assertThat(PortraitRules.decide(preview(), new Save(), AT_EXPIRY)).isEqualTo(unchanged(preview()));
    }

    @Test
    void savesOnce() {
        assertThat(PortraitRules.decide(saved(), new Save(), AT_REMOVAL)).isEqualTo(unchanged(saved()));
    }

    @Test
    void removesAPreviewWhenItsTimeIsOverAndNotBefore() {
        assertThat(PortraitRules.decide(preview(), new Expire(), AT_REMOVAL.minusMillis(1)))
                .isEqualTo(unchanged(preview()));

        Decision decision = PortraitRules.decide(preview(), new Expire(), AT_REMOVAL);

        var gone = new Portrait.Deleted(ID, "generation-1", true, AT_REMOVAL);
        assertThat(decision.next()).isEqualTo(gone);
        assertThat(decision.effects()).containsExactly(new Effect.AnnounceDeleted(gone), new Effect.RemoveCopy("copy"));
    }

    @Test
    void keepsASavedPortraitForGood() {
        assertThat(PortraitRules.decide(saved(), new Expire(), AT_REMOVAL)).isEqualTo(unchanged(saved()));
    }

    @Test
    void deletesWhatIsSavedWithItsCopy() {
        Decision decision = PortraitRules.decide(saved(), new Delete(), NOON);

        var gone = new Portrait.Deleted(ID, "generation-1", false, NOON);
        assertThat(decision.next()).isEqualTo(gone);
        assertThat(decision.effects()).containsExactly(new Effect.AnnounceDeleted(gone), new Effect.RemoveCopy("copy"));
    }

    @Test
    void bringsNothingDeletedBack() {
        var gone = new Portrait.Deleted(ID, "generation-1", false, NOON);

        assertThat(PortraitRules.decide(gone, new Generated(details()), NOON)).isEqualTo(unchanged(gone));
        assertThat(PortraitRules.decide(gone, new Save(), NOON)).isEqualTo(unchanged(gone));
    }

    @Test
    void keepsTheMarkOfAFavouriteWhenItIsSaved() {
        Portrait favourite = PortraitRules.decide(preview(), new Favour(true), NOON).next();

        Decision decision = PortraitRules.decide(favourite, new Save(), NOON);

        assertThat(decision.next()).isEqualTo(new Portrait.Saved(ID, details(), true, NOON));
        assertThat(PortraitRules.decide(favourite, new Favour(true), NOON)).isEqualTo(unchanged(favourite));
        assertThat(PortraitRules.decide(favourite, new Favour(false), NOON)).isEqualTo(unchanged(preview()));
    }

    @Test
    void putsASavedPortraitIntoTheTrashAndTellsNobody() {
        Decision decision = PortraitRules.decide(saved(), THROW_AWAY, NOON);

        assertThat(decision.next()).isEqualTo(trashed());
        assertThat(decision.effects()).containsExactly(new Effect.ScheduleEmptying(NOON, OUT_OF_TRASH));
        assertThat(PortraitRules.decide(trashed(), THROW_AWAY, AT_REMOVAL)).isEqualTo(unchanged(trashed()));
    }

    @Test
    void givesBackWhatIsInTheTrashUntilItsTimeIsOver() {
        assertThat(PortraitRules.decide(trashed(), new Restore(), OUT_OF_TRASH.minusMillis(1)))
                .isEqualTo(unchanged(saved()));
        assertThat(PortraitRules.decide(trashed(), new Restore(), OUT_OF_TRASH)).isEqualTo(unchanged(trashed()));
        assertThat(PortraitRules.decide(saved(), new Restore(), OUT_OF_TRASH)).isEqualTo(unchanged(saved()));
    }

    @Test
    void tellsOfAPortraitInTheTrashOnlyWhenItGoes() {
        assertThat(PortraitRules.decide(trashed(), new Expire(), OUT_OF_TRASH.minusMillis(1)))
                .isEqualTo(unchanged(trashed()));

        Decision decision = PortraitRules.decide(trashed(), new Expire(), OUT_OF_TRASH);

        var gone = new Portrait.Deleted(ID, "generation-1", false, OUT_OF_TRASH);
        assertThat(decision.next()).isEqualTo(gone);
        assertThat(decision.effects()).containsExactly(new Effect.AnnounceDeleted(gone), new Effect.RemoveCopy("copy"));
    }

    @Test
    void keepsAPreviewInTheTrashNoLongerThanItWasOffered() {
        Decision decision = PortraitRules.decide(preview(), THROW_AWAY, NOON);

        assertThat(decision).isEqualTo(unchanged(new Portrait.Trashed(preview(), NOON, AT_EXPIRY)));
        assertThat(PortraitRules.decide(decision.next(), new Restore(), BEFORE_EXPIRY)).isEqualTo(unchanged(preview()));
        assertThat(PortraitRules.decide(decision.next(), new Expire(), AT_REMOVAL).next())
                .isEqualTo(new Portrait.Deleted(ID, "generation-1", false, AT_REMOVAL));
        assertThat(PortraitRules.decide(preview(), THROW_AWAY, AT_EXPIRY).next())
                .isEqualTo(new Portrait.Deleted(ID, "generation-1", false, AT_EXPIRY));
    }

    @Test
    void doesNothingElseWithWhatIsInTheTrash() {
        for (Input input : List.of(new Save(), new Favour(true), new Generated(details()))) {
            assertThat(PortraitRules.decide(trashed(), input, NOON)).isEqualTo(unchanged(trashed()));
        }
        assertThat(PortraitRules.decide(trashed(), new Delete(), NOON).next())
                .isEqualTo(new Portrait.Deleted(ID, "generation-1", false, NOON));
    }

    @Test
    void refusesTimesInTheWrongOrder() {
        assertThatThrownBy(() -> details(Duration.ofHours(2), Duration.ofHours(1))).hasMessageContaining("expires");
    }

    private static Portrait.Trashed trashed() {
        return new Portrait.Trashed(saved(), NOON, OUT_OF_TRASH);
    }

    /** Nothing is to be done about it, be it the same or not. */
    private static Decision unchanged(Portrait portrait) {
        return new Decision(portrait, List.of());
    }
}
