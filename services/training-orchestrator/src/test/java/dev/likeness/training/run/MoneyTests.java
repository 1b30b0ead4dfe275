package dev.likeness.training.run;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static dev.likeness.training.run.TrainingFixtures.TERMS;
import static dev.likeness.training.run.TrainingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Effect.Book;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoneyTests {

    private static final Ready READY = new Ready(1, "zip", Optional.empty());
    private final TrainingRules rules = new TrainingRules(TERMS);

    @Test
    void setsTheHighEstimateAsideBeforeAnythingIsPacked() {
        Plan plan = rules.plan(new Wish(plan().id(), plan().person(), "userada1", plan().recipe(), 15), Pace.FIRST,
                NOON);
        assertThat(plan.reserveMicros()).isEqualTo(4_117_500);
        Decision decision = rules.decide(new Training.Unheard(plan.id()), new Input.Request(plan, false, true), NOON);
        assertThat(decision.effects()).contains(new Book(1, Entry.RESERVE, 4_117_500), new Effect.PackPhotos(1));
    }

    @Test
    void packsNothingAndSetsNothingAsideOverTheCap() {
        Decision decision = rules.decide(new Training.Unheard(plan().id()), new Input.Request(plan(), false, false),
                NOON);
        assertThat(decision.effects()).containsExactly(
                new Effect.AnnounceEnd(new Outcome.Failed(FailureReason.SPEND_CAP)), new Effect.CleanUp());
    }

    @Test
    void estimatesByPaceAndPrice() {
        assertThat(rules.estimate(plan().recipe(), Pace.FIRST))
                .isEqualTo(new Estimate(Duration.ofSeconds(1_080), Duration.ofSeconds(1_344), Duration.ofSeconds(2_700),
                        1_647_000, 2_049_600, 4_117_500));
    }

    @Test
    void consumesWhatItCostAndReleasesTheRest() {
        assertThat(booked(new Observation.Succeeded("likeness/portraits:ab", Duration.ofSeconds(1_000))))
                .containsExactly(new Book(1, Entry.CONSUME, 1_525_000), new Book(1, Entry.RELEASE, 2_475_000));
    }

    @Test
    void consumesInFullWhatCostMoreThanWasSetAside() {
        assertThat(booked(new Observation.Succeeded("likeness/portraits:ab", Duration.ofSeconds(4_000))))
                .containsExactly(new Book(1, Entry.OVERRUN, 2_100_000), new Book(1, Entry.CONSUME, 6_100_000));
    }

    @Test
    void releasesAllOfWhatNeverBegan() {
        assertThat(booked(new Observation.Aborted())).containsExactly(new Book(1, Entry.RELEASE, 4_000_000));
    }

    @Test
    void holdsWhatIsUnsettledUntilItIsKnown() {
        var unknown = new Training.Unknown(plan(), READY, NOON, Optional.of(NOON), Optional.empty());
        var late = plan().deadline().plus(TERMS.patience());
        Decision end = rules.decide(unknown, new Input.Deadline(), late);
        assertThat(end.effects()).noneMatch(Book.class::isInstance);

        assertThat(rules.decide(end.next(), new Input.NotListed(1, late, true), late).effects())
                .containsExactly(new Book(1, Entry.RELEASE, 4_000_000));
        assertThat(rules.decide(end.next(), new Input.NotListed(1, late, false), late).effects()).isEmpty();
        assertThat(rules.decide(end.next(), new Input.Accepted(1, "remote"), late).effects())
                .containsExactly(new Effect.CancelAtProvider("remote"), new Book(1, Entry.CONSUME, 4_000_000));
    }

    @Test
    void coversNothingWhereNothingMayBeSpent() {
        assertThat(new Allowance(0, 5).covers(0)).isFalse();
        assertThat(new Allowance(5, 0).covers(0)).isFalse();
        assertThat(new Allowance(5, 5).covers(6)).isFalse();
        assertThat(new Allowance(5, 6).covers(5)).isTrue();
    }

    private List<Effect> booked(Observation what) {
        var submitted = new Training.Submitted(plan(), READY, "remote", NOON, Stillness.begun(NOON), Optional.empty());
        return rules.decide(submitted, new Input.Observed("remote", what), NOON.plusSeconds(60))
                .effects()
                .stream()
                .filter(Book.class::isInstance)
                .toList();
    }
}
