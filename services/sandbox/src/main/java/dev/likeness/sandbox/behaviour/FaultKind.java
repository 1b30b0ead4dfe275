package dev.likeness.sandbox.behaviour;

/** How a fault shows. */
public enum FaultKind {
    ERROR_500("error500", Scope.CALL),
    ERROR_503("error503", Scope.CALL),
    /** Asks to wait for the fault's delay. */
    ERROR_429("error429", Scope.CALL),
    ERROR_402("error402", Scope.CALL),
    /** Takes the request and never answers; nothing is accepted. */
    TIMEOUT("timeout", Scope.CALL),
    /** Breaks the connection off; nothing is accepted. */
    RESET("reset", Scope.CALL),
    /** Does what was asked and answers properly, but begins late. */
    SLOW("slow", Scope.CALL),
    /** Accepts and records, then closes the connection without an answer. */
    DROP_AFTER_ACCEPT("dropAfterAccept", Scope.CALL),
    /** Accepts and records, then breaks the connection off. */
    RESET_AFTER_ACCEPT("resetAfterAccept", Scope.CALL),
    /** Accepts and records, and says that it failed. */
    ERROR_500_AFTER_ACCEPT("error500AfterAccept", Scope.CALL),
    /** Accepts and records at once, answers late. */
    LATE_AFTER_ACCEPT("lateAfterAccept", Scope.CALL),

    /** A list without the entries that are younger than the delay. */
    LAGGING("lagging", Scope.LIST),
    /** A list whose entries no longer show their input. */
    WITHOUT_INPUT("withoutInput", Scope.LIST),

    /** An output that is no longer at its address. */
    GONE("gone", Scope.OUTPUT),

    /** Never sent, nor again. */
    LOST("lost", Scope.WEBHOOK),
    LATE("late", Scope.WEBHOOK),
    DUPLICATED("duplicated", Scope.WEBHOOK),
    /** What happened on the way is told after the end. */
    OUT_OF_ORDER("outOfOrder", Scope.WEBHOOK),
    /** A lie under the true one's id, signed with another key, comes first. */
    FORGED("forged", Scope.WEBHOOK),

    /** Runs for ever without a step. */
    STUCK("stuck", Scope.TRAINING),
    FAILED("failed", Scope.TRAINING),
    /** Ends before it starts. */
    ABORTED("aborted", Scope.TRAINING),
    /** Succeeds, and nobody is told. */
    SILENT("silent", Scope.TRAINING),
    /** Succeeds, and its weights are not at their address. */
    WEIGHTS_GONE("weightsGone", Scope.TRAINING),
    /** Succeeds, and shows neither input nor output. */
    DATA_REMOVED("dataRemoved", Scope.TRAINING);

    /** What a kind can happen to. */
    enum Scope {
        CALL,
        LIST,
        OUTPUT,
        WEBHOOK,
        TRAINING
    }

    private final String text;
    private final Scope scope;

    FaultKind(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    public String text() {
        return text;
    }

    boolean canHappenTo(Operation operation) {
        return switch (scope) {
            case CALL -> operation.isCall();
            case LIST -> operation == Operation.LIST_TRAININGS;
            case OUTPUT -> operation == Operation.GET_OUTPUT;
            case WEBHOOK -> operation == Operation.WEBHOOK;
            case TRAINING -> operation == Operation.RUN_TRAINING;
        };
    }
}
