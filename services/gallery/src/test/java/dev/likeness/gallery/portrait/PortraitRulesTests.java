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
import dev.likeness.gallery.portrait.Input.Generated;
import dev.likeness.gallery.portrait.Input.Save;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortraitRulesTests {

    private static final Instant BEFORE_EXPIRY = NOON.plus(Duration.ofHours(24)).minusMillis(1);
    private static final Instant AT_EXPIRY = NOON.plus(Duration.ofHours(24));
    private static final Instant AT_REMOVAL = NOON.plus(Duration.ofHours(26));

    @Test
    void takesAPreviewInAndSchedulesItsEnd() {
        Decision decision = PortraitRules.decide(new Portrait.Unknown(ID), new Generated(details()), NOON);

        assertThat(decision.next()).isEqualTo(preview());
        assertThat(decision.effects()).containsExactly(new Effect.ScheduleExpiry(AT_REMOVAL));
    }

    @Test
    void savesAPreviewUntilItExpires() {
        Decision decision = PortraitRules.decide(preview(), new Save(), BEFORE_EXPIRY);

        var kept = new Portrait.Saved(ID, details(), BEFORE_EXPIRY);
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
    void refusesTimesInTheWrongOrder() {
        assertThatThrownBy(() -> details(Duration.ofHours(2), Duration.ofHours(1))).hasMessageContaining("expires");
    }

    private static Decision unchanged(Portrait portrait) {
        return new Decision(portrait, List.of());
    }
}
