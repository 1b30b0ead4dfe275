package dev.likeness.imaging.darkroom;

/** A worker ended, was killed, or answered what no sound one would. */
final class WorkerLost extends Exception {

    private static final long serialVersionUID = 1;

    WorkerLost(String why) {
        super(why);
    }

    WorkerLost(String why, Throwable cause) {
        super(why, cause);
    }
}
