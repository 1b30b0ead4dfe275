package dev.likeness.sandbox.behaviour;

/** How a fault shows. Only {@code DROP_AFTER_ACCEPT} and {@code SLOW} do what was asked. */
public enum FaultKind {
    ERROR_500("error500"),
    ERROR_429("error429"),
    ERROR_402("error402"),
    /** Takes the request and never answers; nothing is accepted. */
    TIMEOUT("timeout"),
    /** Accepts and records, then closes the connection without an answer. */
    DROP_AFTER_ACCEPT("dropAfterAccept"),
    /** Answers properly, but late. */
    SLOW("slow");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
