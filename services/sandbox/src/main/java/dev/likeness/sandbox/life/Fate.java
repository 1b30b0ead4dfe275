package dev.likeness.sandbox.life;

/** What becomes of a training that was accepted, other than the usual. */
public enum Fate {
    /** Runs for ever and makes no step after a third. */
    STUCK("stuck"),
    /** Breaks off half-way. */
    FAILED("failed"),
    /** Ends before it starts. */
    ABORTED("aborted"),
    /** Succeeds, and nobody is told. */
    SILENT("silent"),
    /** Succeeds, and its weights are not at their address. */
    WEIGHTS_GONE("weightsGone"),
    /** Succeeds, and shows neither input nor output. */
    DATA_REMOVED("dataRemoved");

    private final String text;

    Fate(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
