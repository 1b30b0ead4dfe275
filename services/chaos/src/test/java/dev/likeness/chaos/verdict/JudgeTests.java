package dev.likeness.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Made-up ledgers, most of which must not pass. */
class JudgeTests {

    private static final Request ANNA = new Request("t1", "anna1", "useranna1");
    private static final Accepted ANNAS = new Accepted("p1", "useranna1", "succeeded", true);
    private static final Stored SUCCEEDED = new Stored("t1", "SUCCEEDED", true, Optional.empty());
    private static final Stored FAILED = new Stored("t1", "FAILED", true, Optional.of("PROVIDER_DOWN"));
    private static final Announcement COMPLETED = new Announcement("t1", "e1", true);

    @Test
    void findsNothingWhereOneTrainingWasAskedForPaidStoredAndTold() {
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE)).isEmpty();
    }

    @Test
    void countsAnAcceptanceThatFoundItsZipGoneAsUnpaid() {
        var void1 = new Accepted("p0", "useranna1", "failed", false);
        assertThat(broken(List.of(void1, ANNAS), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE)).isEmpty();
    }

    @Test
    void countsCopiesOfOneEventAsOne() {
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(COMPLETED, COMPLETED), Leftovers.NONE))
                .isEmpty();
    }

    @Test
    void findsASecondTrainingThatRan() {
        var second = new Accepted("p2", "useranna1", "succeeded", true);
        assertThat(broken(List.of(ANNAS, second), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE))
                .containsExactly("paid more than once");
    }

    @Test
    void findsASecondTrainingThatRanAndWasStopped() {
        var stopped = new Accepted("p2", "useranna1", "canceled", true);
        assertThat(broken(List.of(ANNAS, stopped), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE))
                .containsExactly("paid more than once");
    }

    @Test
    void findsARequestThatNobodyHasStored() {
        assertThat(broken(List.of(), List.of(), List.of(), Leftovers.NONE))
                .containsExactly("lost: never ended, or nobody was told");
    }

    @Test
    void findsATrainingThatNeverEnded() {
        var running = new Stored("t1", "RUNNING", false, Optional.empty());
        var atProvider = new Accepted("p1", "useranna1", "processing", true);
        assertThat(broken(List.of(atProvider), List.of(running), List.of(), Leftovers.NONE))
                .containsExactly("lost: never ended, or nobody was told", "still running at the provider");
    }

    @Test
    void findsAnEndThatNobodyWasTold() {
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(), Leftovers.NONE))
                .containsExactly("lost: never ended, or nobody was told");
    }

    @Test
    void findsTwoEndsOfOneTraining() {
        var again = new Announcement("t1", "e2", true);
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(COMPLETED, again), Leftovers.NONE))
                .containsExactly("ended more than once");
    }

    @Test
    void findsAnEndThatIsToldOtherwiseThanItIsStored() {
        var failed = new Announcement("t1", "e1", false);
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(failed), Leftovers.NONE))
                .containsExactly("told otherwise than stored");
    }

    @Test
    void findsMoneySpentForNothing() {
        var failed = new Announcement("t1", "e1", false);
        assertThat(broken(List.of(ANNAS), List.of(FAILED), List.of(failed), Leftovers.NONE))
                .containsExactly("paid, and the person has no model");
    }

    @Test
    void findsAModelThatNobodyTrained() {
        assertThat(broken(List.of(), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE))
                .containsExactly("a model that nobody trained");
    }

    @Test
    void findsATrainingOfAPersonWhoNeverAsked() {
        var stranger = new Accepted("p9", "userbert2", "succeeded", true);
        assertThat(broken(List.of(ANNAS, stranger), List.of(SUCCEEDED), List.of(COMPLETED), Leftovers.NONE))
                .containsExactly("accepted for nobody who asked");
    }

    @Test
    void findsWhateverIsLeft() {
        assertThat(broken(List.of(ANNAS), List.of(SUCCEEDED), List.of(COMPLETED), new Leftovers(1, 1, 1, 1, 1, 1, 1)))
                .containsExactly("jobs without an end", "calls of which the outcome is unknown", "outbox unsent",
                        "outbox parked", "dead letters", "records not handled", "ZIPs left");
    }

    private static List<String> broken(List<Accepted> ledger, List<Stored> stored, List<Announcement> told,
            Leftovers left) {
        return Judge.checks(new Evidence(List.of(ANNA), ledger, stored, told, left))
                .stream()
                .filter(check -> !check.holds())
                .map(Check::what)
                .toList();
    }
}
