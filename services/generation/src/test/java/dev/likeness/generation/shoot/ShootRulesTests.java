package dev.likeness.generation.shoot;

import static dev.likeness.generation.shoot.ShootFixtures.GRACE;
import static dev.likeness.generation.shoot.ShootFixtures.NOON;
import static dev.likeness.generation.shoot.ShootFixtures.TERMS;
import static dev.likeness.generation.shoot.ShootFixtures.after;
import static dev.likeness.generation.shoot.ShootFixtures.frames;
import static dev.likeness.generation.shoot.ShootFixtures.portraits;
import static dev.likeness.generation.shoot.ShootFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.shoot.Decision.Effect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ShootRulesTests {

    @Test
    void splitsARequestIntoPredictionsOfAtMostFour() {
        assertThat(requested(10).takes()).extracting(Take::outputs).containsExactly(4, 4, 2);
        assertThat(requested(16).takes()).hasSize(4);
        assertThat(requested(1).takes()).extracting(Take::outputs).containsExactly(1);
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        Shoot shoot = requested(4);

        assertThat(ShootRules.decide(shoot, new Input.Requested(8), TERMS, NOON))
                .isEqualTo(new Decision(shoot, List.of()));
    }

    @Test
    void anAttemptUnderWayIsNeverStartedAgain() {
        Shoot shoot = after(4, new Input.Attempted(0, 7));

        assertThat(ShootRules.decide(shoot, new Input.Attempted(0, 8), TERMS, NOON).next()).isEqualTo(shoot);
    }

    @Test
    void aLostAnswerIsNotAFailure() {
        Shoot shoot = after(4, new Input.Attempted(0, 7), new Input.AnswerLost(0));

        assertThat(takeOf(shoot)).isInstanceOf(Take.Unsettled.class);
        assertThat(ShootRules.decide(shoot, new Input.Attempted(0, 8), TERMS, NOON).next()).isEqualTo(shoot);
    }

    @Test
    void adoptsThePredictionThatTheListShows() {
        Shoot shoot = after(4, new Input.Attempted(0, 7), new Input.AnswerLost(0),
                new Input.Searched(0, false, Optional.of("p1")));

        assertThat(takeOf(shoot)).isInstanceOf(Take.Submitted.class);
    }

    @Test
    void anAttemptIsVoidOnlyAfterACompleteListAndTheGrace() {
        Shoot shoot = after(4, new Input.Attempted(0, 7), new Input.AnswerLost(0));
        var late = NOON.plus(Duration.ofMinutes(5));
        var soon = NOON.plusSeconds(20);

        assertThat(takeOf(searched(shoot, true, soon))).isInstanceOf(Take.Unsettled.class);
        assertThat(takeOf(searched(shoot, false, late))).isInstanceOf(Take.Unsettled.class);
        assertThat(takeOf(searched(shoot, true, late))).isEqualTo(new Take.Planned(0, 4, 1));
    }

    @Test
    void givesUpAfterThreeVoidAttempts() {
        Shoot shoot = requested(4);
        var now = NOON;
        for (int attempt = 1; attempt <= ShootRules.MAX_ATTEMPTS; attempt++) {
            shoot = ShootRules.decide(shoot, new Input.Attempted(0, attempt), TERMS, now).next();
            shoot = ShootRules.decide(shoot, new Input.AnswerLost(0), TERMS, now).next();
            now = now.plus(GRACE);
            shoot = searched(shoot, true, now);
        }

        assertThat(shoot).isInstanceOfSatisfying(Shoot.Closed.class,
                closed -> assertThat(closed.failure()).contains(FailureReason.PROVIDER_DOWN));
    }

    @Test
    void aPostponedAttemptDoesNotCount() {
        Shoot shoot = after(4, new Input.Attempted(0, 7), new Input.Postponed(0));

        assertThat(takeOf(shoot)).isEqualTo(new Take.Planned(0, 4, 0));
    }

    @Test
    void announcesThePortraitsOfAllTakesOnce() {
        var first = frames(4);
        var second = frames(2);
        Shoot shoot = after(6, new Input.Attempted(0, 1), new Input.Attempted(1, 2), new Input.Accepted(0, "p1"),
                new Input.Accepted(1, "p2"), new Input.Exposed(0, first), new Input.Exposed(1, second),
                new Input.Copied(1, portraits(second), Optional.empty()));
        Decision last = ShootRules.decide(shoot, new Input.Copied(0, portraits(first), Optional.empty()), TERMS, NOON);

        assertThat(last.effects()).singleElement()
                .isInstanceOfSatisfying(Effect.AnnouncePortraits.class,
                        announced -> assertThat(announced.portraits()).hasSize(6));
        assertThat(ShootRules.decide(last.next(), new Input.Copied(0, portraits(first), Optional.empty()), TERMS, NOON)
                .effects()).isEmpty();
    }

    @Test
    void saysWhyThereAreFewerThanAskedFor() {
        var frames = frames(2);
        Shoot shoot = after(4, new Input.Attempted(0, 1), new Input.Accepted(0, "p1"), new Input.Exposed(0, frames),
                new Input.Copied(0, portraits(frames), Optional.empty()));

        assertThat(shoot.portraits()).hasSize(2);
        assertThat(shoot.shortfall()).contains(FailureReason.CONTENT_REFUSED);
    }

    @Test
    void failsWithTheReasonWhereNothingIsLeft() {
        Shoot shoot = after(4, new Input.Attempted(0, 1), new Input.Accepted(0, "p1"));
        Decision decision = ShootRules.decide(shoot, new Input.Broken(0, FailureReason.CONTENT_REFUSED), TERMS, NOON);

        assertThat(decision.effects())
                .containsExactly(new Effect.AnnounceFailure(shoot.id(), FailureReason.CONTENT_REFUSED, NOON));
    }

    @Test
    void outputsThatAreGoneFailTheShoot() {
        Shoot shoot = after(4, new Input.Attempted(0, 1), new Input.Accepted(0, "p1"),
                new Input.Exposed(0, frames(4)),
                new Input.Copied(0, List.of(), Optional.of(FailureReason.OUTPUTS_GONE)));

        assertThat(shoot).isInstanceOfSatisfying(Shoot.Closed.class,
                closed -> assertThat(closed.failure()).contains(FailureReason.OUTPUTS_GONE));
    }

    @Test
    void usesAnAskedSeedAsItIsAndCountsUpFromThere() {
        assertThat(Seeds.of(OptionalLong.of(42), 0, 7)).isEqualTo(42);
        assertThat(Seeds.of(OptionalLong.of(42), 1, 7)).isEqualTo(43);
        assertThat(Seeds.of(OptionalLong.of(Parameters.MAX_SEED), 1, 7)).isEqualTo(0);
        assertThat(Seeds.of(OptionalLong.empty(), 1, 7)).isEqualTo(7);
    }

    @Test
    void looksOftenAtFirstAndSeldomerLater() {
        assertThat(Pace.after(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pace.after(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pace.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(3));
    }

    private static Take takeOf(Shoot shoot) {
        return shoot.take(0).orElseThrow();
    }

    private static Shoot searched(Shoot shoot, boolean complete, java.time.Instant now) {
        return ShootRules.decide(shoot, new Input.Searched(0, complete, Optional.empty()), TERMS, now).next();
    }
}
