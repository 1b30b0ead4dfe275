package dev.likeness.generation.shoot;

import static dev.likeness.generation.shoot.ShootFixtures.GRACE;
import static dev.likeness.generation.shoot.ShootFixtures.NOON;
import static dev.likeness.generation.shoot.ShootFixtures.TERMS;
import static dev.likeness.generation.shoot.ShootFixtures.anyShootId;
import static dev.likeness.generation.shoot.ShootFixtures.frames;
import static dev.likeness.generation.shoot.ShootFixtures.heldBack;
import static dev.likeness.generation.shoot.ShootFixtures.portraits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.shoot.Decision.Effect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Portraits that are not alike, and shoots that nobody wants any more. */
class ReplacingTests {

    @Test
    void makesWhatIsHeldBackOnceMoreWithinTheCap() {
        Decision decision = copied(submitted(4), 0, 3);

        assertThat(decision.next()).isInstanceOf(Shoot.Open.class);
        assertThat(decision.next().takes()).last().isEqualTo(new Take.Planned(1, 2, 0));
        assertThat(decision.effects()).containsExactly(new Effect.BeginTake(decision.next().id(), 1));
    }

    @Test
    void neverReplacesAReplacement() {
        Shoot shoot = copied(submitted(4), 0, 3).next();
        shoot = submit(shoot, 1);

        Decision decision = copied(shoot, 1, 2);

        assertThat(decision.next()).isInstanceOf(Shoot.Closed.class);
        assertThat(decision.effects()).singleElement()
                .isInstanceOfSatisfying(Effect.AnnouncePortraits.class,
                        announced -> assertThat(announced.portraits()).hasSize(6));
        assertThat(decision.next().replaced()).isEqualTo(2);
        assertThat(decision.next().missing()).isZero();
    }

    @Test
    void aReplacementThatFailsTakesNothingAway() {
        Shoot shoot = copied(submitted(4), 0, 3).next();
        Decision decision = ShootRules.decide(shoot, new Input.GivenUp(1), TERMS, NOON);

        assertThat(decision.effects()).singleElement().isInstanceOf(Effect.AnnouncePortraits.class);
        assertThat(decision.next().shortfall()).isEmpty();
    }

    @Test
    void replacesNothingWhereNothingMayBeSpent() {
        Decision decision = ShootRules.decide(exposed(submitted(4), 0), delivery(0, 4), new Terms(GRACE, 0), NOON);

        assertThat(decision.next()).isInstanceOf(Shoot.Closed.class);
    }

    @Test
    void judgesATestShootAsItIs() {
        Shoot shoot = ShootRules
                .decide(new Shoot.Unheard(anyShootId()), new Input.Requested(4, true), TERMS, NOON)
                .next();

        assertThat(copied(submit(shoot, 0), 0, 4).next()).isInstanceOf(Shoot.Closed.class);
    }

    @Test
    void showsWhatIsHeldBackLast() {
        var closed = ShootRules.decide(exposed(submitted(4), 0), delivery(0, 2), new Terms(GRACE, 0), NOON).next();

        assertThat(closed.portraits()).extracting(portrait -> portrait.likeness().heldBack())
                .containsExactly(false, false, true, true);
    }

    @Test
    void endsAtOnceWhatWasNotSentWhenCanceled() {
        Decision decision = cancel(ShootFixtures.requested(6));

        assertThat(decision.effects())
                .containsExactly(new Effect.AnnounceFailure(decision.next().id(), FailureReason.CANCELED, NOON));
    }

    @Test
    void settlesALostAnswerBeforeItEndsWhenCanceled() {
        Shoot shoot = move(move(ShootFixtures.requested(4), new Input.Attempted(0, 7)), new Input.AnswerLost(0));
        Shoot canceled = cancel(shoot).next();

        assertThat(canceled.take(0)).containsInstanceOf(Take.Unsettled.class);
        assertThat(move(canceled, new Input.Searched(0, true, Optional.of("p1"))).take(0))
                .containsInstanceOf(Take.Submitted.class);
        Decision voided = ShootRules.decide(canceled, new Input.Searched(0, true, Optional.empty()), TERMS,
                NOON.plusSeconds(60));
        assertThat(voided.effects()).containsExactly(
                new Effect.AnnounceFailure(shoot.id(), FailureReason.CANCELED, NOON.plusSeconds(60)));
    }

    @Test
    void keepsWhatWasCopiedWhenCanceled() {
        Shoot shoot = submit(submit(ShootFixtures.requested(6), 0), 1);
        Shoot half = move(move(shoot, new Input.Exposed(1, frames(2))),
                new Input.Copied(1, portraits(frames(2)), Optional.empty()));
        Shoot canceled = cancel(half).next();

        Decision ended = ShootRules.decide(canceled, new Input.Broken(0, FailureReason.CANCELED), TERMS, NOON);

        assertThat(ended.effects()).singleElement()
                .isInstanceOfSatisfying(Effect.AnnouncePortraits.class,
                        announced -> assertThat(announced.portraits()).hasSize(2));
        assertThat(ended.next().shortfall()).contains(FailureReason.CANCELED);
        assertThat(ended.next().missing()).isEqualTo(4);
    }

    @Test
    void aCanceledShootIsNeverReplacedOrSentAgain() {
        Shoot canceled = cancel(submitted(4)).next();

        assertThat(copied(canceled, 0, 4).next()).isInstanceOf(Shoot.Closed.class);
        assertThat(cancel(copied(canceled, 0, 4).next()).effects()).isEmpty();
    }

    private static Shoot submitted(int outputs) {
        return submit(ShootFixtures.requested(outputs), 0);
    }

    private static Shoot submit(Shoot shoot, int take) {
        return move(move(shoot, new Input.Attempted(take, 7)), new Input.Accepted(take, "p" + take));
    }

    /** Has all outputs of the take copied, so many of them somebody else. */
    private static Decision copied(Shoot shoot, int take, int unlike) {
        return ShootRules.decide(exposed(shoot, take), delivery(take, unlike), TERMS, NOON);
    }

    private static Shoot exposed(Shoot shoot, int take) {
        return move(shoot, new Input.Exposed(take, FRAMES.subList(0, shoot.take(take).orElseThrow().outputs())));
    }

    private static final List<Frame> FRAMES = frames(4);

    private static Input delivery(int take, int unlike) {
        int outputs = take == 0 ? 4 : 2;
        List<Portrait> portraits = portraits(FRAMES.subList(0, outputs));
        return new Input.Copied(take,
                java.util.stream.IntStream.range(0, outputs)
                        .mapToObj(i -> i < unlike ? heldBack(portraits.get(i)) : portraits.get(i))
                        .toList(),
                Optional.empty());
    }

    private static Decision cancel(Shoot shoot) {
        return ShootRules.decide(shoot, new Input.Canceled(), TERMS, NOON);
    }

    private static Shoot move(Shoot shoot, Input input) {
        return ShootRules.decide(shoot, input, TERMS, NOON).next();
    }
}
