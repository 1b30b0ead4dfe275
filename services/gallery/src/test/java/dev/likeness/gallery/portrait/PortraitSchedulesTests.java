package dev.likeness.gallery.portrait;

import static dev.likeness.gallery.portrait.PortraitFixtures.ID;
import static dev.likeness.gallery.portrait.PortraitFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.gallery.portrait.Decision.Effect;
import dev.likeness.gallery.portrait.Decision.Effect.AnnounceDeleted;
import dev.likeness.gallery.portrait.Decision.Effect.AnnounceSaved;
import dev.likeness.gallery.portrait.Decision.Effect.Develop;
import dev.likeness.gallery.portrait.Decision.Effect.RemoveCopy;
import dev.likeness.gallery.portrait.Decision.Effect.ScheduleEmptying;
import dev.likeness.gallery.portrait.Decision.Effect.ScheduleExpiry;
import dev.likeness.gallery.portrait.Portrait.Deleted;
import dev.likeness.gallery.portrait.Portrait.Present;
import dev.likeness.gallery.portrait.Portrait.Preview;
import dev.likeness.gallery.portrait.Portrait.Saved;
import dev.likeness.gallery.portrait.Portrait.Trashed;
import dev.likeness.gallery.portrait.Portrait.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Inputs lost, repeated and in any order, at any time: a failure prints the seed that replays it.
 */
class PortraitSchedulesTests {

    private static final Details DETAILS = PortraitFixtures.details(Duration.ofSeconds(5), Duration.ofSeconds(8));

    /** @param after the seconds since the input before */
    record Step(Input input, int after) {}

    @Property(tries = 20_000)
    void nothingComesBackAndEachMoveIsToldOnce(@ForAll("schedules") List<Step> schedule) {
        Portrait portrait = new Unknown(ID);
        List<Effect> effects = new ArrayList<>();
        boolean everSaved = false;
        Instant now = NOON;
        for (Step step : schedule) {
            Portrait before = portrait;
            Decision decision = PortraitRules.decide(portrait, step.input(), now = now.plusSeconds(step.after()));
            portrait = decision.next();
            effects.addAll(decision.effects());
            everSaved |= portrait instanceof Saved;
            assertThat(rank(portrait)).isGreaterThanOrEqualTo(rank(before));
            if (portrait.equals(before)) {
                assertThat(decision.effects()).isEmpty();
            }
            if (before instanceof Trashed(_, _, Instant until) && portrait instanceof Present) {
                assertThat(now).isBefore(until);
            }
            if (before instanceof Preview && portrait instanceof Saved) {
                assertThat(now).isBefore(DETAILS.times().expiresAt());
            }
            if (portrait instanceof Deleted(_, _, boolean expired, _) && expired) {
                assertThat(now).isAfterOrEqualTo(DETAILS.times().removeAt());
                assertThat(everSaved).isFalse();
            }
        }
        assertThat(count(effects, AnnounceSaved.class)).isEqualTo(everSaved ? 1 : 0);
        assertThat(count(effects, AnnounceDeleted.class)).isEqualTo(portrait instanceof Deleted ? 1 : 0);
        assertThat(count(effects, RemoveCopy.class)).isEqualTo(portrait instanceof Deleted ? 1 : 0);
        assertThat(count(effects, ScheduleExpiry.class)).isEqualTo(portrait instanceof Unknown ? 0 : 1);
        assertThat(count(effects, Develop.class)).isEqualTo(portrait instanceof Unknown ? 0 : 1);
    }

    @Property(tries = 5_000)
    void nothingStaysInTheTrashForGood(@ForAll("schedules") List<Step> schedule) {
        Portrait portrait = new Unknown(ID);
        List<Instant> emptyings = new ArrayList<>();
        Instant now = NOON;
        for (Step step : schedule) {
            Decision decision = PortraitRules.decide(portrait, step.input(), now = now.plusSeconds(step.after()));
            portrait = decision.next();
            decision.effects().forEach(effect -> {
                switch (effect) {
                    case ScheduleExpiry(Instant at) -> emptyings.add(at);
                    case ScheduleEmptying(_, Instant at) -> emptyings.add(at);
                    case Develop _,AnnounceSaved _,AnnounceDeleted _,RemoveCopy _ -> {
                    }
                }
            });
        }
        emptyings.sort(Comparator.naturalOrder());
        for (Instant due : emptyings) {
            now = due.isAfter(now) ? due : now;
            portrait = PortraitRules.decide(portrait, new Input.Expire(), now).next();
        }
        assertThat(portrait).isNotInstanceOfAny(Trashed.class, Preview.class);
    }

    /** A portrait in the trash is still what it was. */
    private static int rank(Portrait portrait) {
        return switch (portrait) {
            case Unknown _ -> 0;
            case Preview _ -> 1;
            case Saved _ -> 2;
            case Trashed trashed -> rank(trashed.before());
            case Deleted _ -> 3;
        };
    }

    private static long count(List<Effect> effects, Class<? extends Effect> kind) {
        return effects.stream().filter(kind::isInstance).count();
    }

    @Provide
    Arbitrary<List<Step>> schedules() {
        Arbitrary<Input> inputs = Arbitraries.of(new Input.Generated(DETAILS), new Input.Save(), new Input.Delete(),
                new Input.Expire(), new Input.Trash(Duration.ofSeconds(4)), new Input.Restore(),
                new Input.Favour(true), new Input.Favour(false));
        return inputs.flatMap(input -> Arbitraries.integers().between(0, 4).map(after -> new Step(input, after)))
                .list()
                .ofMaxSize(14);
    }
}
