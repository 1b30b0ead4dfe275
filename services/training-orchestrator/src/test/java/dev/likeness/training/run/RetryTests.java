package dev.likeness.training.run;

import static dev.likeness.training.run.TrainingFixtures.NOON;
import static dev.likeness.training.run.TrainingFixtures.TERMS;
import static dev.likeness.training.run.TrainingFixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTests {

    private static final Instant LATER = NOON.plus(Duration.ofDays(2));
    private final TrainingRules rules = new TrainingRules(TERMS);

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void triesAgainWhatMayHelp(FailureReason reason) {
        Retry retry = rules.retry(ended(new Outcome.Failed(reason)), false, 1);
        assertThat(retry instanceof Retry.Again).isEqualTo(reason.retryable());
    }

    @Test
    void makesAnotherTrainingWithTheSamePhotosAndATimeOfItsOwn() {
        Retry retry = rules.retry(ended(new Outcome.Canceled()), false, 1);
        assertThat(retry).isInstanceOfSatisfying(Retry.Again.class, again -> {
            assertThat(again.wish().id()).isEqualTo(plan().id().retry(1)).isNotEqualTo(plan().id());
            assertThat(again.wish().recipe()).isEqualTo(plan().recipe());
            assertThat(again.wish().photoCount()).isEqualTo(plan().photoCount());
            Plan next = rules.plan(again.wish(), Pace.FIRST, LATER);
            assertThat(next.requestedAt()).isEqualTo(LATER);
            assertThat(next.deadline()).isEqualTo(LATER.plus(TERMS.deadline()));
        });
    }

    @Test
    void isAnotherTrainingForAnotherWish() {
        assertThat(plan().id().retry(2)).isNotEqualTo(plan().id().retry(1));
        assertThat(plan().id().retry(1)).isEqualTo(plan().id().retry(1));
    }

    @Test
    void refusesWhatHasNothingToTryAgain() {
        var model = new Outcome.Succeeded("likeness/portraits:ab", Duration.ofMinutes(20), 1);
        assertThat(rules.retry(ended(model), false, 1)).isEqualTo(new Retry.Refused(Retry.Why.HAS_A_MODEL));
        assertThat(rules.retry(new Training.Requested(plan(), 1), false, 1))
                .isEqualTo(new Retry.Refused(Retry.Why.NOT_ENDED));
        assertThat(rules.retry(new Training.Unheard(plan().id()), false, 1))
                .isEqualTo(new Retry.Refused(Retry.Why.UNKNOWN));
        assertThat(rules.retry(ended(new Outcome.TimedOut()), true, 1))
                .isEqualTo(new Retry.Refused(Retry.Why.ANOTHER_RUNNING));
    }

    private static Training.Ended ended(Outcome outcome) {
        return new Training.Ended(plan(), 1, Optional.empty(), outcome, NOON);
    }
}
