package dev.likeness.training.schedules;

import static dev.likeness.training.schedules.Invariant.CONSERVATION;
import static dev.likeness.training.schedules.Invariant.FORWARD;
import static dev.likeness.training.schedules.Invariant.FRESH_START;
import static dev.likeness.training.schedules.Invariant.MONEY;
import static dev.likeness.training.schedules.Invariant.ONE_EFFECT;
import static dev.likeness.training.schedules.Invariant.ONE_LIVE;
import static dev.likeness.training.schedules.Invariant.ONE_PAYMENT;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The code with one thing wrong, and the invariant that it breaks. */
enum Mutant {
    CALLS_AGAIN_AFTER_A_LOST_ANSWER(ONE_PAYMENT, Mutations::callAgainAfterALostAnswer),
    VOID_WITHOUT_DELETING_THE_ZIP(ONE_PAYMENT, Mutations::voidWithoutDeletingTheZip),
    VOID_WITHOUT_GRACE(ONE_PAYMENT, Mutations::voidWithoutGrace),
    VOID_BY_AN_INCOMPLETE_LIST(ONE_PAYMENT, Mutations::voidByAnIncompleteList),
    ENDS_AS_VOID_WHEN_TIME_IS_UP(MONEY, Mutations::releaseWhatIsUnsettled),
    STATUS_MOVES_BACK(FORWARD, Mutations::moveBack),
    STEPS_MOVE_BACK(FORWARD, Mutations::stepsMoveBack),
    END_IS_LEFT_AGAIN(FORWARD, Mutations::leaveTheEnd),
    OUTCOME_CHANGES(FORWARD, Mutations::changeTheOutcome),
    ANNOUNCES_THE_END_TWICE(ONE_EFFECT, Mutations::announceTheEndTwice),
    ANNOUNCES_THE_START_TWICE(ONE_EFFECT, Mutations::announceTheStartTwice),
    LATE_ACCEPTANCE_IS_NOT_CANCELED(CONSERVATION, Mutations::leaveLateAcceptances),
    STOP_IS_NOT_SENT(CONSERVATION, Mutations::sendNoStop),
    NOBODY_POLLS(CONSERVATION, Mutations::withoutPolls),
    NOBODY_SETTLES(CONSERVATION, Mutations::withoutSettling),
    NOTHING_IS_CLEANED_UP(CONSERVATION, Mutations::withoutCleaningUp),
    DEADLINE_IS_IGNORED(CONSERVATION, Mutations::withoutDeadline),
    RELEASES_TWICE(MONEY, Mutations::releaseTwice),
    RELEASES_NOTHING(MONEY, Mutations::releaseNothing),
    CONSUMES_NOTHING(MONEY, Mutations::consumeNothing),
    RESERVES_NOTHING_FOR_THE_SECOND(MONEY, Mutations::reserveOnlyOnce),
    CAP_IS_NOT_CHECKED(MONEY, Mutations::ignoreTheCap),
    ANOTHER_IS_NOT_REFUSED(ONE_LIVE, Mutations::ignoreTheOther),

    NO_INBOX(ONE_EFFECT, Flaw.NO_INBOX),
    NO_DOMAIN_KEY(FORWARD, Flaw.NO_DOMAIN_KEY),
    NO_EPOCH_CHECK_OF_EVENTS(FRESH_START, Flaw.EVENTS_OF_ANY_EPOCH),
    NO_EPOCH_CHECK_OF_WRITES(FRESH_START, Flaw.COMMITS_IN_ANY_EPOCH),
    NO_FENCE_ON_THE_LEASE(ONE_PAYMENT, Flaw.NO_FENCE),
    REPLAYS_SPEND_WITHOUT_PERMISSION(ONE_PAYMENT, Flaw.REPLAYS_MAY_SPEND),
    NO_INDEX_OF_LIVE_TRAININGS(ONE_LIVE, Flaw.NO_LIVE_INDEX),
    CAP_IS_READ_BEFORE_THE_LOCK(MONEY, Flaw.CAP_READ_BEFORE_THE_LOCK),
    PURGE_LEAVES_THE_PROVIDER_ALONE(FRESH_START, Flaw.PURGE_LEAVES_THE_PROVIDER_ALONE),
    PURGE_FORGETS_WHAT_IS_UNSETTLED(FRESH_START, Flaw.PURGE_FORGETS_WHAT_IS_UNSETTLED),
    PURGE_KEEPS_ZIPS(FRESH_START, Flaw.PURGE_KEEPS_ZIPS);

    private final Invariant breaks;
    private final UnaryOperator<Rules> change;
    private final Set<Flaw> flaws;

    Mutant(Invariant breaks, UnaryOperator<Rules> change) {
        this.breaks = breaks;
        this.change = change;
        this.flaws = EnumSet.noneOf(Flaw.class);
    }

    Mutant(Invariant breaks, Flaw flaw) {
        this.breaks = breaks;
        this.change = rules -> rules;
        this.flaws = EnumSet.of(flaw);
    }

    Invariant breaks() {
        return breaks;
    }

    Rules rules() {
        return change.apply(Schedule.REAL);
    }

    Set<Flaw> flaws() {
        return flaws;
    }
}
